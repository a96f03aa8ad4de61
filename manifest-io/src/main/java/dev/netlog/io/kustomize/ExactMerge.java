package dev.netlog.io.kustomize;

import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of an object what kustomize makes of it, where netlog knows that exactly: another
/// namespace, name, labels or annotations for all objects of a build.
///
/// Source: the output of kustomize 5.5, and its [field
/// specifications](https://github.com/kubernetes-sigs/kustomize/tree/kustomize/v5.7.1/api/internal/konfig/builtinpluginconsts).
public final class ExactMerge {
  private static final List<String> NAME = List.of("metadata", "name");
  private static final List<String> NAMESPACE = List.of("metadata", "namespace");
  private static final List<String> ANNOTATIONS = List.of("metadata", "annotations");

  /// Kinds whose names kustomize keeps.
  private static final Set<String> FIXED_NAMES =
      Set.of("Namespace", "CustomResourceDefinition", "APIService");

  /// Members after which nothing is known of other members.
  private static final Set<String> UNKNOWN = Set.of("components", "configurations", "transformers");

  private static final Set<String> IDENTITY = Set.of("namespace", "namePrefix", "nameSuffix");

  private ExactMerge() {}

  /// An object after a build.
  ///
  /// @param merged the transformations that it includes; the others may change it further
  public record Result(Resource object, Set<Transformation> merged) {
    public Result {
      merged = Set.copyOf(merged);
    }
  }

  /// Which fields to merge.
  public enum Fields {
    ALL,
    /// Name and namespace only.
    IDENTITY
  }

  /// Whether a transformation changes names or namespaces.
  public static boolean isIdentity(Transformation change) {
    return IDENTITY.contains(change.member());
  }

  /// The object after a build; null if not even its name is certain.
  ///
  /// @param ordered the transformations of its file, in the order of the build
  /// @param isNamespaced whether objects of its kind are in a namespace
  public static @Nullable Result of(
      List<Transformation> ordered, Resource written, boolean isNamespaced, Fields fields) {
    Resource object = written;
    Set<Transformation> merged = new HashSet<>();
    Map<String, MergedLabels.Scope> scopes = new HashMap<>();
    for (Transformation change : ordered) {
      boolean isIdentity = isIdentity(change);
      if (UNKNOWN.contains(change.member()) || (isIdentity && text(change.value()) == null)) {
        return null;
      }
      if (isIdentity || fields == Fields.ALL) {
        Value.Mapping content = content(change, object, isNamespaced, scopes);
        Resource next = content == null ? null : Resource.of(content, written.origin());
        if (next != null) {
          object = next;
          merged.add(change);
        }
      }
    }
    return written.id().name().isEmpty() ? null : new Result(object, merged);
  }

  /// The content of an object after one transformation; null if it is not known exactly.
  private static Value.@Nullable Mapping content(
      Transformation change,
      Resource object,
      boolean isNamespaced,
      Map<String, MergedLabels.Scope> scopes) {
    Value.Mapping content = object.content();
    String name = object.id().name();
    return switch (change.member()) {
      case "namespace" ->
          object.is(KubernetesKinds.NAMESPACE)
              ? MergedFields.set(content, NAME, change.value())
              : isNamespaced ? MergedFields.set(content, NAMESPACE, change.value()) : content;
      case "namePrefix" -> named(object, text(change.value()) + name);
      case "nameSuffix" -> named(object, name + text(change.value()));
      case "commonAnnotations" -> annotated(object, change);
      case "commonLabels" ->
          text(change.value()) == null
              ? null
              : MergedLabels.common(object, Map.of(change.key(), change.value()), scopes);
      case "labels" -> MergedLabels.of(object, change, scopes);
      default -> null;
    };
  }

  private static Value.@Nullable Mapping named(Resource object, String name) {
    return FIXED_NAMES.contains(object.id().kind())
        ? object.content()
        : MergedFields.set(object.content(), NAME, new Value.Text(name));
  }

  private static Value.@Nullable Mapping annotated(Resource object, Transformation change) {
    return text(change.value()) == null
        ? null
        : MergedFields.put(
            object.content(), ANNOTATIONS, Map.of(change.key(), change.value()), true);
  }

  /// A text without placeholders, which other tools fill in; otherwise null.
  static @Nullable String text(Value value) {
    return value instanceof Value.Text(String text) && text.indexOf('$') < 0 && !text.contains("{{")
        ? text
        : null;
  }
}
