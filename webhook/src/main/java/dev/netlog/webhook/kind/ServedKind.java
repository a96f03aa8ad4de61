package dev.netlog.webhook.kind;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;

/// A kind of object, and what the API server calls the list of them. Paths, RBAC and reviews say
/// the plural, and no rule leads from the one to the other: see `multi-networkpolicies`.
///
/// Sources: `kubectl api-resources`, and `spec.names.plural` of the CustomResourceDefinitions.
///
/// @param kind its group and its name
/// @param plural in small letters
public record ServedKind(GroupKind kind, String plural) {
  public static final ServedKind NAMESPACE =
      new ServedKind(KubernetesKinds.NAMESPACE, "namespaces");
  public static final ServedKind NETWORK_POLICY =
      new ServedKind(KubernetesKinds.NETWORK_POLICY, "networkpolicies");
  public static final ServedKind ADMIN_NETWORK_POLICY =
      new ServedKind(KubernetesKinds.ADMIN_NETWORK_POLICY, "adminnetworkpolicies");
  public static final ServedKind BASELINE_ADMIN_NETWORK_POLICY =
      new ServedKind(KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY, "baselineadminnetworkpolicies");
  public static final ServedKind NETWORK_LOGGING =
      of("networking.gke.io", "NetworkLogging", "networkloggings");
  public static final ServedKind FQDN_NETWORK_POLICY =
      of("networking.gke.io", "FQDNNetworkPolicy", "fqdnnetworkpolicies");
  public static final ServedKind EGRESS_FIREWALL =
      of("k8s.ovn.org", "EgressFirewall", "egressfirewalls");
  public static final ServedKind MULTI_NETWORK_POLICY =
      of("k8s.cni.cncf.io", "MultiNetworkPolicy", "multi-networkpolicies");
  public static final ServedKind CILIUM_NETWORK_POLICY =
      of("cilium.io", "CiliumNetworkPolicy", "ciliumnetworkpolicies");
  public static final ServedKind CILIUM_CLUSTERWIDE_NETWORK_POLICY =
      of("cilium.io", "CiliumClusterwideNetworkPolicy", "ciliumclusterwidenetworkpolicies");
  public static final ServedKind OPERATOR_NETWORK =
      of("operator.openshift.io", "Network", "networks");

  private static ServedKind of(String group, String kind, String plural) {
    return new ServedKind(new GroupKind(group, kind), plural);
  }

  /// As messages name it: the plural and the group.
  public String name() {
    return kind.group().isEmpty() ? plural : plural + "." + kind.group();
  }
}
