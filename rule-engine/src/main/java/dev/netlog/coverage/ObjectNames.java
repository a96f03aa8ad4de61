package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.policy.Names;

/// Objects as reports name them.
final class ObjectNames {
  private ObjectNames() {}

  /// `Kind/name` or `Kind/namespace/name`.
  static String name(Resource resource) {
    String namespace = resource.id().namespace();
    return resource.id().kind()
        + "/"
        + (namespace == null ? "" : namespace + "/")
        + Names.name(resource);
  }
}
