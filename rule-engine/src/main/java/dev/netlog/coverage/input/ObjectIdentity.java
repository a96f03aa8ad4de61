package dev.netlog.coverage.input;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.Platform;
import org.jspecify.annotations.Nullable;

/// The identity of an object in its cluster, in any version.
///
/// @param kind its group and kind
/// @param namespace the namespace in which it would be created, null for a cluster-scoped one
/// @param name as written, empty if the cluster generates it
public record ObjectIdentity(GroupKind kind, @Nullable String namespace, String name) {
  /// The identity of an object in a cluster of a platform.
  public static ObjectIdentity of(Platform platform, Resource resource) {
    ResourceId id = placed(platform, resource);
    return new ObjectIdentity(id.groupKind(), id.namespace(), id.name());
  }

  /// The id of an object in a cluster of a platform, with the namespace in which it would be
  /// created.
  public static ResourceId placed(Platform platform, Resource resource) {
    return TargetKinds.of(platform).placed(resource).id();
  }
}
