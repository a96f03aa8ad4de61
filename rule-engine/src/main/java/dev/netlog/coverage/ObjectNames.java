package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.policy.Names;

/// Objects as reports name them.
final class ObjectNames {
  private ObjectNames() {}

  /// One that its namespace has no other of its kind beside: `Kind/namespace`.
  static String ofNamespace(Resource resource) {
    return resource.id().kind() + "/" + Names.namespace(resource);
  }

  /// `Kind/name` or `Kind/namespace/name`.
  static String name(Resource resource) {
    String namespace = resource.id().namespace();
    return resource.id().kind()
        + "/"
        + (namespace == null ? "" : namespace + "/")
        + Names.name(resource);
  }
}
