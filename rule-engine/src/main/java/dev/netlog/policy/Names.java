package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;

/// Names of objects, in a cluster and in reports.
public final class Names {
  private static final JsonPointer GENERATED = JsonPointer.of("metadata", "generateName");

  private Names() {}

  /// The namespace of a namespaced object; `default` if it names none.
  public static String namespace(Resource resource) {
    String namespace = resource.id().namespace();
    return namespace == null ? "default" : namespace;
  }

  /// The name of an object; for a generated name, its prefix and a star.
  public static String name(Resource resource) {
    String name = resource.id().name();
    if (!name.isEmpty()) {
      return name;
    }
    String generated = resource.content().textAt(GENERATED);
    return generated == null ? "" : generated + "*";
  }

  /// A namespaced object in reports: `NetworkPolicy/edge/api`.
  public static String full(Resource resource) {
    return ResourceId.reference(resource.id().kind(), namespace(resource), name(resource));
  }

  /// A namespaced object without its kind: `edge/api`.
  public static String local(Resource resource) {
    return ResourceId.local(namespace(resource), name(resource));
  }

  /// An object in reports: `Kind/name` or `Kind/namespace/name`.
  public static String reference(Resource resource) {
    ResourceId id = resource.id();
    return ResourceId.reference(id.kind(), id.namespace(), name(resource));
  }

  /// An object in a sentence: `Namespace edge`, `NetworkPolicy edge/api`.
  public static String inSentence(Resource resource) {
    ResourceId id = resource.id();
    return id.kind() + " " + ResourceId.local(id.namespace(), name(resource));
  }

  /// An object of which a namespace has only one: `Kind/namespace`.
  public static String ofNamespace(Resource resource) {
    return ResourceId.reference(resource.id().kind(), null, namespace(resource));
  }
}
