package dev.netlog.webhook.cluster;

import dev.netlog.webhook.kind.ServedKind;
import java.util.List;

/// The kinds that rules ask about when they are not their subject.
final class WatchedKinds {
  /// All of them. A rule that asks whether a namespace has any policy asks about every kind of
  /// policy, so those few clusters have are among them; a kind that is not there costs one call a
  /// minute.
  static final List<ServedKind> ALL =
      List.of(
          ServedKind.NAMESPACE,
          ServedKind.NETWORK_POLICY,
          ServedKind.ADMIN_NETWORK_POLICY,
          ServedKind.BASELINE_ADMIN_NETWORK_POLICY,
          ServedKind.EGRESS_FIREWALL,
          ServedKind.MULTI_NETWORK_POLICY,
          ServedKind.NETWORK_LOGGING,
          ServedKind.FQDN_NETWORK_POLICY,
          ServedKind.CILIUM_NETWORK_POLICY,
          ServedKind.CILIUM_CLUSTERWIDE_NETWORK_POLICY);

  private WatchedKinds() {}
}
