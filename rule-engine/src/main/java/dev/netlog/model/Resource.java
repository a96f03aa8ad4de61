package dev.netlog.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One Kubernetes object.
///
/// @param id its identity
/// @param content the whole object
/// @param origin where it came from
public record Resource(ResourceId id, Value.Mapping content, Origin origin) {
  private static final JsonPointer API_VERSION = JsonPointer.of("apiVersion");
  private static final JsonPointer KIND = JsonPointer.of("kind");
  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");
  private static final JsonPointer NAMESPACE = JsonPointer.of("metadata", "namespace");
  private static final JsonPointer ANNOTATIONS = JsonPointer.of("metadata", "annotations");
  private static final JsonPointer LABELS = JsonPointer.of("metadata", "labels");

  /// The object as a resource, or null if it is none: a resource has a `kind` and an `apiVersion`,
  /// both non-empty strings.
  public static @Nullable Resource of(Value value, Origin origin) {
    if (!(value instanceof Value.Mapping content)) {
      return null;
    }
    String apiVersion = content.textAt(API_VERSION);
    String kind = content.textAt(KIND);
    if (apiVersion == null || kind == null || apiVersion.isEmpty() || kind.isEmpty()) {
      return null;
    }
    String name = content.textAt(NAME);
    String namespace = content.textAt(NAMESPACE);
    boolean scoped = namespace != null && !namespace.isEmpty() && !kind.equals("Namespace");
    return new Resource(
        new ResourceId(apiVersion, kind, scoped ? namespace : null, name == null ? "" : name),
        content,
        origin);
  }

  /// Hashes the id only: different objects almost always have different ids, and the content may be
  /// large.
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// The annotations as written; values need not be strings.
  public Value.Mapping annotations() {
    return content.mappingAt(ANNOTATIONS);
  }

  /// The keys of annotations that are null. If there is one, `kubectl apply` up to 1.32 stores none
  /// of the object's annotations, and later ones store all, the null as an empty string.
  ///
  /// Source: kubectl 1.27 to 1.33 as observed.
  public List<String> nullAnnotations() {
    Map<String, Value> annotations = annotations().members();
    return annotations.containsValue(Value.Null.NULL)
        ? annotations.entrySet().stream()
            .filter(annotation -> annotation.getValue() instanceof Value.Null)
            .map(Map.Entry::getKey)
            .toList()
        : List.of();
  }

  /// The labels as written; values need not be strings.
  public Value.Mapping labels() {
    return content.mappingAt(LABELS);
  }

  /// The place of an annotation.
  public static JsonPointer annotationPointer(String key) {
    return ANNOTATIONS.child(key);
  }

  /// The place of a label.
  public static JsonPointer labelPointer(String key) {
    return LABELS.child(key);
  }

  /// Whether the object has this group and kind, in any version.
  public boolean is(GroupKind kind) {
    return id.kind().equals(kind.kind()) && id.group().equals(kind.group());
  }
}
