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

/// Which kinds coverage reads for a platform, and where their objects stand.
///
/// @param enforcement what the platform makes of the policy kinds
/// @param clusterScoped kinds of the platform whose objects stand in no namespace
public record TargetKinds(Enforcement enforcement, Set<GroupKind> clusterScoped) {
  /// Whatever the platform.
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

  /// Whether they are workloads where they are read and have a namespace.
  boolean isWorkload(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    return !kind.equals(KubernetesKinds.NAMESPACE)
        && !arePolicies(kind)
        && !areSettings(kind)
        && WorkloadKinds.isWorkload(resource);
  }

  /// Whether they are cluster-scoped policies of a tier.
  boolean areAdmin(GroupKind kind) {
    return enforcement.hasTierOf(kind);
  }

  /// Whether they are settings of the platform for the whole cluster.
  public boolean areSettings(GroupKind kind) {
    return enforcement.ownSettings().contains(kind);
  }

  /// The object with the namespace that it would go to.
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

  /// What tells an object from others: its identity in any version.
  public static ResourceId identity(Resource resource) {
    return identity(resource.id());
  }

  /// The same of what an object is called.
  public static ResourceId identity(ResourceId id) {
    return new ResourceId(id.group(), id.kind(), id.namespace(), id.name());
  }

  /// Group and kind of an identity.
  public static GroupKind groupKind(ResourceId identity) {
    return new GroupKind(identity.apiVersion(), identity.kind());
  }

  /// Whether an identity is that of the Namespace of a name.
  public static boolean isNamespace(ResourceId identity, String name) {
    return groupKind(identity).equals(KubernetesKinds.NAMESPACE) && identity.name().equals(name);
  }
}
