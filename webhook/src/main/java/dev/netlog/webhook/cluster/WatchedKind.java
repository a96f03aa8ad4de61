package dev.netlog.webhook.cluster;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import java.util.List;

/// A kind that rules ask about when it is not their subject.
///
/// @param plural as the API server and RBAC name it
record WatchedKind(GroupKind kind, String plural) {
  /// All of them. A rule that asks whether a namespace has any policy asks about every kind of
  /// policy, so those few clusters have are among them; a kind that is not there costs one call a
  /// minute.
  static final List<WatchedKind> ALL =
      List.of(
          new WatchedKind(KubernetesKinds.NAMESPACE, "namespaces"),
          new WatchedKind(KubernetesKinds.NETWORK_POLICY, "networkpolicies"),
          new WatchedKind(KubernetesKinds.ADMIN_NETWORK_POLICY, "adminnetworkpolicies"),
          new WatchedKind(
              KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY, "baselineadminnetworkpolicies"),
          of("k8s.ovn.org", "EgressFirewall", "egressfirewalls"),
          of("k8s.cni.cncf.io", "MultiNetworkPolicy", "multi-networkpolicies"),
          of("networking.gke.io", "NetworkLogging", "networkloggings"),
          of("networking.gke.io", "FQDNNetworkPolicy", "fqdnnetworkpolicies"),
          of("cilium.io", "CiliumNetworkPolicy", "ciliumnetworkpolicies"),
          of("cilium.io", "CiliumClusterwideNetworkPolicy", "ciliumclusterwidenetworkpolicies"));

  private static WatchedKind of(String group, String kind, String plural) {
    return new WatchedKind(new GroupKind(group, kind), plural);
  }

  /// As messages name it.
  String name() {
    return kind.group().isEmpty() ? plural : plural + "." + kind.group();
  }
}
