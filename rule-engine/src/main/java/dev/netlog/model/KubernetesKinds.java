package dev.netlog.model;

/// Kinds that more than one platform reads.
///
/// Source: the Kubernetes API reference and
/// [network-policy-api](https://network-policy-api.sigs.k8s.io/).
public final class KubernetesKinds {
  public static final GroupKind NAMESPACE = new GroupKind("", "Namespace");
  public static final GroupKind NETWORK_POLICY =
      new GroupKind("networking.k8s.io", "NetworkPolicy");
  public static final GroupKind ADMIN_NETWORK_POLICY =
      new GroupKind("policy.networking.k8s.io", "AdminNetworkPolicy");
  public static final GroupKind BASELINE_ADMIN_NETWORK_POLICY =
      new GroupKind("policy.networking.k8s.io", "BaselineAdminNetworkPolicy");
  public static final GroupKind CLUSTER_NETWORK_POLICY =
      new GroupKind("policy.networking.k8s.io", "ClusterNetworkPolicy");

  private KubernetesKinds() {}
}
