package dev.netlog.io.kustomize;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds labels to an object, its pod template and its selectors, where kustomize adds them.
///
/// Source: kustomize's [fields of
/// labels](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/internal/konfig/builtinpluginconsts/commonlabels.go).
/// Affinities, topology constraints and volume claims, which do not affect the network, are left
/// out.
final class MergedLabels {
  /// Kinds with a pod template and a selector, in any group.
  private static final Set<String> SELECTING = Set.of("Deployment", "ReplicaSet", "DaemonSet");

  private static final List<String> LABELS = List.of("metadata", "labels");
  private static final List<String> TEMPLATE = path("spec.template.metadata.labels");
  private static final List<String> SELECTOR = path("spec.selector.matchLabels");
  private static final List<List<String>> JOB_TEMPLATES =
      List.of(
          path("spec.jobTemplate.metadata.labels"),
          path("spec.jobTemplate.spec.template.metadata.labels"));
  private static final List<List<String>> POLICY_SELECTORS =
      List.of(
          path("spec.podSelector.matchLabels"),
          path("spec.ingress.from.podSelector.matchLabels"),
          path("spec.egress.to.podSelector.matchLabels"));

  /// A mapping of labels.
  ///
  /// @param creates whether kustomize creates it
  private record Field(List<String> path, boolean creates) {}

  private MergedLabels() {}

  private static List<String> path(String dotted) {
    return List.of(dotted.split("\\.", -1));
  }

  /// Where a label is written, each with all before it.
  enum Scope {
    OBJECT,
    TEMPLATES,
    SELECTORS
  }

  /// The object after an item of `labels`; null if it is not known exactly.
  ///
  /// @param scopes where earlier transformations wrote each key; a later one writes it there too,
  ///   as `kubectl kustomize` prints it
  static Value.@Nullable Mapping of(
      Resource object, Transformation change, Map<String, Scope> scopes) {
    if (!(change.value() instanceof Value.Mapping item)
        || !(item.get("pairs") instanceof Value.Mapping(Map<String, Value> pairs))
        || !Set.of("pairs", "includeSelectors", "includeTemplates")
            .containsAll(item.members().keySet())
        || pairs.values().stream().anyMatch(value -> ExactMerge.text(value) == null)) {
      return null;
    }
    Scope own =
        isOn(item, "includeSelectors")
            ? Scope.SELECTORS
            : isOn(item, "includeTemplates") ? Scope.TEMPLATES : Scope.OBJECT;
    return write(object, pairs, own, scopes);
  }

  /// The object after `commonLabels`; null if it is not known exactly.
  static Value.@Nullable Mapping common(
      Resource object, Map<String, Value> labels, Map<String, Scope> scopes) {
    return write(object, labels, Scope.SELECTORS, scopes);
  }

  private static Value.@Nullable Mapping write(
      Resource object, Map<String, Value> labels, Scope own, Map<String, Scope> scopes) {
    Value.Mapping content = object.content();
    for (Map.Entry<String, Value> label : labels.entrySet()) {
      Scope scope = scopes.merge(label.getKey(), own, (a, b) -> a.compareTo(b) < 0 ? b : a);
      List<Field> more = new ArrayList<>(scope == Scope.OBJECT ? List.of() : templates(object));
      more.addAll(scope == Scope.SELECTORS ? selectors(object) : List.of());
      content =
          content == null ? null : put(content, more, Map.of(label.getKey(), label.getValue()));
    }
    return content;
  }

  private static boolean isOn(Value.Mapping item, String name) {
    return item.at(JsonPointer.of(name)) instanceof Value.Bool(boolean on) && on;
  }

  private static Value.@Nullable Mapping put(
      Value.Mapping object, List<Field> more, Map<String, Value> labels) {
    Value.Mapping content = MergedFields.put(object, LABELS, labels, true);
    for (Field field : more) {
      if (content != null) {
        content = MergedFields.put(content, field.path(), labels, field.creates());
      }
    }
    return content;
  }

  private static boolean isOf(Resource object, String group, String kind) {
    return object.id().group().equals(group) && object.id().kind().equals(kind);
  }

  private static boolean hasTemplate(Resource object) {
    return SELECTING.contains(object.id().kind())
        || isOf(object, "apps", "StatefulSet")
        || isOf(object, "batch", "Job")
        || isController(object);
  }

  private static boolean isController(Resource object) {
    return object.id().kind().equals("ReplicationController") && object.id().version().equals("v1");
  }

  private static List<Field> templates(Resource object) {
    if (isOf(object, "batch", "CronJob")) {
      return JOB_TEMPLATES.stream().map(path -> new Field(path, true)).toList();
    }
    return hasTemplate(object) ? List.of(new Field(TEMPLATE, true)) : List.of();
  }

  private static List<Field> selectors(Resource object) {
    if (object.is(KubernetesKinds.NETWORK_POLICY)) {
      return POLICY_SELECTORS.stream().map(path -> new Field(path, false)).toList();
    }
    if (SELECTING.contains(object.id().kind()) || isOf(object, "apps", "StatefulSet")) {
      return List.of(new Field(SELECTOR, true));
    }
    if (isOf(object, "batch", "Job")) {
      return List.of(new Field(SELECTOR, false));
    }
    if (isController(object)) {
      return List.of(new Field(List.of("spec", "selector"), true));
    }
    return List.of();
  }
}
