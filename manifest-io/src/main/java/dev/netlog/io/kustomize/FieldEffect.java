package dev.netlog.io.kustomize;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.policy.WorkloadKinds;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Decides which fields of an object matter for policies and their logging. In doubt, a field does.
///
/// @param isLogging whether an annotation key is about logging
/// @param selectorKeys the keys of labels that selectors use
public record FieldEffect(Predicate<String> isLogging, Set<String> selectorKeys) {
  private static final GroupKind POD = new GroupKind("", "Pod");

  /// Parts of a workload that affect neither its network identity nor the operating system of its
  /// nodes. `nodeAffinity` is not listed: it can pin pods to Windows.
  private static final Set<String> NO_NETWORK =
      Set.of(
          "args",
          "command",
          "env",
          "envFrom",
          "image",
          "imagePullPolicy",
          "imagePullSecrets",
          "lifecycle",
          "livenessProbe",
          "minReadySeconds",
          "paused",
          "podAffinity",
          "podAntiAffinity",
          "priorityClassName",
          "progressDeadlineSeconds",
          "readinessProbe",
          "replicas",
          "resources",
          "revisionHistoryLimit",
          "schedule",
          "securityContext",
          "serviceAccountName",
          "startupProbe",
          "strategy",
          "suspend",
          "terminationGracePeriodSeconds",
          "tolerations",
          "topologySpreadConstraints",
          "updateStrategy",
          "volumeClaimTemplates",
          "volumeMounts",
          "volumes",
          "workingDir");

  /// Whether the value of a field matters.
  ///
  /// @param field the names on the way to it, without list indexes
  boolean counts(List<String> field, Resource object) {
    if (field.stream().anyMatch(name -> name.startsWith("$"))) {
      return true;
    }
    boolean isWorkload = isWorkload(object);
    if (isWorkload && isBelow(field, List.of("spec", "template", "metadata"))) {
      return templateCounts(field);
    }
    if (isBelow(field, List.of("metadata", "annotations"))) {
      return field.size() == 2 ? !isWorkload : isLogging.test(field.get(2));
    }
    if (isBelow(field, List.of("metadata", "labels"))) {
      return hasLabels(object) && (field.size() == 2 || selectorKeys.contains(field.get(2)));
    }
    return !isWorkload
        || (!isOfContainers(field) && field.stream().noneMatch(NO_NETWORK::contains));
  }

  /// Whether a field only identifies list items.
  private static boolean isOfContainers(List<String> field) {
    return field.size() > 1
        && field.getLast().equals("name")
        && field.get(field.size() - 2).endsWith("ontainers");
  }

  private boolean templateCounts(List<String> field) {
    String part = field.size() > 3 ? field.get(3) : "";
    return switch (part) {
      case "annotations" -> false;
      case "labels" -> field.size() == 4 || selectorKeys.contains(field.get(4));
      default -> true;
    };
  }

  /// Whether a label with this key matters on an object itself.
  boolean labelCounts(String key, Resource object) {
    return hasLabels(object) && selectorKeys.contains(key);
  }

  /// Whether a label with this key matters on an object or its pod template.
  boolean templateLabelCounts(String key, Resource object) {
    return labelCounts(key, object) || (isWorkload(object) && selectorKeys.contains(key));
  }

  boolean isNamespace(Resource object) {
    return object.is(KubernetesKinds.NAMESPACE);
  }

  private boolean hasLabels(Resource object) {
    return isNamespace(object) || object.is(POD);
  }

  private static boolean isWorkload(Resource object) {
    return !object.is(POD)
        && (WorkloadKinds.all().contains(object.id().groupKind())
            || object.content().at(JsonPointer.of("spec", "template")) instanceof Value.Mapping);
  }

  private static boolean isBelow(List<String> field, List<String> above) {
    return field.size() >= above.size() && field.subList(0, above.size()).equals(above);
  }
}
