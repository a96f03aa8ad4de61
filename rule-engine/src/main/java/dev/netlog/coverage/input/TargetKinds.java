package dev.netlog.coverage.input;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.Enforcement;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.policy.Names;
import dev.netlog.policy.WorkloadKinds;
import java.util.Set;
import java.util.stream.Collectors;

/// The kinds that coverage reads for a platform, and whether they are cluster-scoped.
///
/// @param enforcement how the platform enforces the policy kinds
/// @param clusterScoped cluster-scoped kinds of the platform
public record TargetKinds(Enforcement enforcement, Set<GroupKind> clusterScoped) {
  /// The cluster-scoped kinds of every platform.
  private static final Set<GroupKind> CLUSTER_SCOPED =
      Set.of(
          KubernetesKinds.NAMESPACE,
          KubernetesKinds.ADMIN_NETWORK_POLICY,
          KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
          KubernetesKinds.CLUSTER_NETWORK_POLICY);

  /// The kinds of a platform.
  static TargetKinds of(Platform platform) {
    return new TargetKinds(
        platform.enforcement(),
        platform.kinds().stream()
            .filter(kind -> !kind.namespaced())
            .map(PlatformKind::kind)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Whether coverage depends on an object.
  boolean isRead(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    return kind.equals(KubernetesKinds.NAMESPACE)
        || arePolicies(kind)
        || areSettings(kind)
        || WorkloadKinds.isWorkload(resource);
  }

  private boolean arePolicies(GroupKind kind) {
    return enforcement.hasPolicies(kind);
  }

  /// Whether the object is a workload in a namespace, if it is read.
  boolean isWorkload(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    return !kind.equals(KubernetesKinds.NAMESPACE)
        && !arePolicies(kind)
        && !areSettings(kind)
        && WorkloadKinds.isWorkload(resource);
  }

  /// Whether the kind is a cluster-scoped policy of a tier.
  boolean areAdmin(GroupKind kind) {
    return enforcement.hasTierOf(kind);
  }

  /// Whether the kind is a setting of the platform for the whole cluster.
  public boolean areSettings(GroupKind kind) {
    return enforcement.ownSettings().contains(kind);
  }

  /// Whether an identity is that of a Namespace or of a setting for the whole cluster.
  boolean isNamespaceOrSetting(ResourceId identity) {
    GroupKind kind = groupKind(identity);
    return kind.equals(KubernetesKinds.NAMESPACE) || areSettings(kind);
  }

  /// The object with the namespace in which it would be created.
  Resource placed(Resource resource) {
    ResourceId id = resource.id();
    boolean ofCluster =
        CLUSTER_SCOPED.contains(id.groupKind())
            || areAdmin(id.groupKind())
            || clusterScoped.contains(id.groupKind());
    if (ofCluster == (id.namespace() == null)) {
      return resource;
    }
    String namespace = ofCluster ? null : Names.namespace(resource);
    return new Resource(
        new ResourceId(id.apiVersion(), id.kind(), namespace, id.name()),
        resource.content(),
        resource.origin());
  }

  /// The identity of an object, in any version.
  public static ResourceId identity(Resource resource) {
    return identity(resource.id());
  }

  /// The same for the id of an object.
  public static ResourceId identity(ResourceId id) {
    return new ResourceId(id.group(), id.kind(), id.namespace(), id.name());
  }

  /// Group and kind of an identity.
  public static GroupKind groupKind(ResourceId identity) {
    return new GroupKind(identity.apiVersion(), identity.kind());
  }

  /// Whether an identity is that of the Namespace with a name.
  public static boolean isNamespace(ResourceId identity, String name) {
    return groupKind(identity).equals(KubernetesKinds.NAMESPACE) && identity.name().equals(name);
  }
}
