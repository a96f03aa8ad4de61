package dev.netlog.io.kustomize;

import dev.netlog.io.files.ManifestNames;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Applies to an object what builds change in it, for the members of a kustomization whose result
/// is known exactly.
///
/// Source: kustomize 5.7's [field
/// specs](https://github.com/kubernetes-sigs/kustomize/tree/kustomize/v5.7.1/api/internal/konfig/builtinpluginconsts),
/// and what `kubectl kustomize` prints.
public final class ExactMerge {
  private static final Set<String> NAMES = Set.of("namespace", "namePrefix", "nameSuffix");
  private static final Set<String> KEYS = Set.of("commonAnnotations", "commonLabels");
  private static final Set<String> LABELS = Set.of("pairs", "includeSelectors", "includeTemplates");

  private ExactMerge() {}

  /// Whether the effect of a transformation is known exactly.
  public static boolean isExact(Transformation change) {
    if (NAMES.contains(change.member())) {
      return isPlain(change.value());
    }
    if (!ManifestNames.isKustomization(
        change.file().substring(change.file().lastIndexOf('/') + 1))) {
      return false;
    }
    if (KEYS.contains(change.member())) {
      return isPlain(change.value());
    }
    return change.member().equals("labels")
        && change.value() instanceof Value.Mapping labels
        && LABELS.containsAll(labels.members().keySet())
        && labels.get("pairs") instanceof Value.Mapping(Map<String, Value> pairs)
        && pairs.values().stream().allMatch(ExactMerge::isPlain)
        && isFlag(labels, "includeSelectors")
        && isFlag(labels, "includeTemplates");
  }

  private static boolean isPlain(Value value) {
    return value instanceof Value.Text(String text) && !text.contains("$") && !text.contains("{{");
  }

  private static boolean isFlag(Value.Mapping labels, String name) {
    return labels.get(name) == null || labels.get(name) instanceof Value.Bool;
  }

  /// Whether nothing in a way of delivery changes how these transformations work.
  static boolean isUsual(List<Transformation> changes) {
    return changes.stream().noneMatch(change -> change.member().equals("configurations"));
  }

  /// The object with the exact ones of some transformations.
  ///
  /// @param changes those of the outermost build first
  /// @param isNamespaced whether objects of its kind are in a namespace
  public static Resource apply(
      Resource object, List<Transformation> changes, boolean isNamespaced) {
    Value.Mapping content = object.content();
    for (Transformation change : changes.reversed()) {
      if (isExact(change)) {
        content = apply(content, change, object, isNamespaced);
      }
    }
    if (content.equals(object.content())) {
      return object;
    }
    Resource merged = Resource.of(content, object.origin());
    return merged == null ? object : merged;
  }

  private static Value.Mapping apply(
      Value.Mapping content, Transformation change, Resource object, boolean isNamespaced) {
    String text = change.value() instanceof Value.Text(String value) ? value : "";
    boolean isNamespace = object.is(KubernetesKinds.NAMESPACE);
    return switch (change.member()) {
      case "namespace" ->
          isNamespace
              ? MergedFields.put(content, "name", text)
              : isNamespaced ? MergedFields.put(content, "namespace", text) : content;
      case "namePrefix" -> isNamespace ? content : rename(content, text, "");
      case "nameSuffix" -> isNamespace ? content : rename(content, "", text);
      case "commonAnnotations" ->
          MergedFields.put(content, List.of("metadata", "annotations", change.key()), text);
      case "commonLabels" -> label(content, object, change.key(), text, true, true);
      default -> labels(content, object, change);
    };
  }

  private static Value.Mapping rename(Value.Mapping content, String prefix, String suffix) {
    String name = content.textAt(JsonPointer.of("metadata", "name"));
    return name == null ? content : MergedFields.put(content, "name", prefix + name + suffix);
  }

  private static Value.Mapping labels(
      Value.Mapping content, Resource object, Transformation change) {
    boolean inSelectors = isOn(change, "includeSelectors");
    boolean inTemplates = inSelectors || isOn(change, "includeTemplates");
    Value.Mapping labeled = content;
    for (Map.Entry<String, Value> pair :
        change.value().mappingAt(JsonPointer.of("pairs")).members().entrySet()) {
      String text = pair.getValue() instanceof Value.Text(String value) ? value : "";
      labeled = label(labeled, object, pair.getKey(), text, inTemplates, inSelectors);
    }
    return labeled;
  }

  private static boolean isOn(Transformation change, String name) {
    return change.value().at(JsonPointer.of(name)) instanceof Value.Bool(boolean on) && on;
  }

  private static Value.Mapping label(
      Value.Mapping content,
      Resource object,
      String key,
      String value,
      boolean inTemplates,
      boolean inSelectors) {
    Value.Mapping labeled = MergedFields.put(content, List.of("metadata", "labels", key), value);
    if (inTemplates) {
      for (List<String> labels : MergedFields.templates(object.id().groupKind())) {
        labeled = MergedFields.put(labeled, MergedFields.with(labels, key), value);
      }
    }
    return inSelectors ? MergedFields.select(labeled, object, key, value) : labeled;
  }
}
