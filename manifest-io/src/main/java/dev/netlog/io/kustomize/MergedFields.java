package dev.netlog.io.kustomize;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of objects that kustomize writes common labels to.
///
/// Kinds that kustomize does not know, such as an Argo Rollout or an AdminNetworkPolicy, have none
/// but their own labels.
final class MergedFields {
  private static final String ITEMS = "[]";
  private static final List<String> TEMPLATE = List.of("spec", "template", "metadata", "labels");
  private static final List<String> SELECTOR = List.of("spec", "selector", "matchLabels");

  private static final Map<GroupKind, List<List<String>>> TEMPLATES =
      Map.of(
          new GroupKind("apps", "Deployment"), List.of(TEMPLATE),
          new GroupKind("apps", "ReplicaSet"), List.of(TEMPLATE),
          new GroupKind("apps", "DaemonSet"), List.of(TEMPLATE),
          new GroupKind("apps", "StatefulSet"), List.of(TEMPLATE),
          new GroupKind("", "ReplicationController"), List.of(TEMPLATE),
          new GroupKind("batch", "Job"), List.of(TEMPLATE),
          new GroupKind("batch", "CronJob"),
              List.of(
                  List.of("spec", "jobTemplate", "metadata", "labels"),
                  List.of("spec", "jobTemplate", "spec", "template", "metadata", "labels")));

  /// Where labels are only added if there are some.
  private static final List<List<String>> POLICY_SELECTORS =
      List.of(
          List.of("spec", "podSelector", "matchLabels"),
          List.of("spec", "ingress", ITEMS, "from", ITEMS, "podSelector", "matchLabels"),
          List.of("spec", "egress", ITEMS, "to", ITEMS, "podSelector", "matchLabels"));

  private MergedFields() {}

  /// The labels of the pods of a kind.
  static List<List<String>> templates(GroupKind kind) {
    return TEMPLATES.getOrDefault(kind, List.of());
  }

  /// A label in the selectors of an object.
  static Value.Mapping select(Value.Mapping content, Resource object, String key, String value) {
    if (object.is(KubernetesKinds.NETWORK_POLICY)) {
      Value selected = content;
      for (List<String> way : POLICY_SELECTORS) {
        selected = extend(selected, way, key, value);
      }
      return selected instanceof Value.Mapping mapping ? mapping : content;
    }
    // Selectors of workloads say nothing of their pods that the template does not.
    return object.id().groupKind().group().equals("apps")
            && TEMPLATES.containsKey(object.id().groupKind())
        ? put(content, with(SELECTOR, key), value)
        : content;
  }

  /// The object with a member of its metadata.
  static Value.Mapping put(Value.Mapping content, String member, String value) {
    return put(content, List.of("metadata", member), value);
  }

  /// The mapping with a text at the end of a way; what is missing on it is made.
  static Value.Mapping put(Value.Mapping content, List<String> way, String value) {
    Map<String, Value> members = new LinkedHashMap<>(content.members());
    String name = way.getFirst();
    if (way.size() == 1) {
      members.put(name, new Value.Text(value));
    } else {
      Value.Mapping inner =
          members.get(name) instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
      members.put(name, put(inner, way.subList(1, way.size()), value));
    }
    return new Value.Mapping(members);
  }

  /// A way with one more name.
  static List<String> with(List<String> way, String name) {
    List<String> all = new ArrayList<>(way);
    all.add(name);
    return all;
  }

  /// The value with a text in each mapping at the end of a way.
  private static Value extend(Value value, List<String> way, String key, String text) {
    if (way.isEmpty()) {
      return value instanceof Value.Mapping mapping ? put(mapping, List.of(key), text) : value;
    }
    List<String> rest = way.subList(1, way.size());
    if (way.getFirst().equals(ITEMS)) {
      return value instanceof Value.Sequence(List<Value> items)
          ? new Value.Sequence(items.stream().map(item -> extend(item, rest, key, text)).toList())
          : value;
    }
    if (!(value instanceof Value.Mapping(Map<String, Value> known))
        || known.get(way.getFirst()) == null) {
      return value;
    }
    Map<String, Value> members = new LinkedHashMap<>(known);
    members.computeIfPresent(way.getFirst(), (_, inner) -> extend(inner, rest, key, text));
    return new Value.Mapping(members);
  }
}
