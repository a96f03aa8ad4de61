package dev.netlog.coverage.input;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.Platform;
import org.jspecify.annotations.Nullable;

/// What tells an object from the others of its cluster, in any version.
///
/// @param kind its group and kind
/// @param namespace the namespace it goes to, null for a cluster-scoped one
/// @param name as written, empty where the cluster makes it up
public record ObjectIdentity(GroupKind kind, @Nullable String namespace, String name) {
  /// The identity of an object in a cluster of a platform.
  public static ObjectIdentity of(Platform platform, Resource resource) {
    ResourceId id = placed(platform, resource);
    return new ObjectIdentity(id.groupKind(), id.namespace(), id.name());
  }

  /// The id of an object in a cluster of a platform, with the namespace it goes to.
  public static ResourceId placed(Platform platform, Resource resource) {
    return TargetKinds.of(platform).placed(resource).id();
  }
}
