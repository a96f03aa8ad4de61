package dev.netlog.coverage.input;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.UnnamedNamespace;
import dev.netlog.platform.Platform;
import dev.netlog.policy.Subjects;
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

  /// Whether an object as it is written may be this one. An object that names no namespace may be
  /// in any.
  public boolean mayBe(Resource resource) {
    ResourceId id = resource.id();
    return id.groupKind().equals(kind)
        && id.name().equals(name)
        && (id.namespace() == null || namespace == null || id.namespace().equals(namespace));
  }

  /// The identity as manifests write it: without a namespace that has no name.
  public ObjectIdentity asWritten() {
    return new ObjectIdentity(kind, UnnamedNamespace.written(namespace), name);
  }

  /// Whether coverage of a platform depends on an object.
  public static boolean isRead(Platform platform, Resource resource) {
    return TargetKinds.of(platform).isRead(resource) || Subjects.isOwned(resource);
  }
}
