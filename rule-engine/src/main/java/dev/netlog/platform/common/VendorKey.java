package dev.netlog.platform.common;

import org.jspecify.annotations.Nullable;

/// Logging annotations of systems that netlog has no rules for.
enum VendorKey {
  /// See Antrea's [network
  /// policies](https://github.com/antrea-io/antrea/blob/main/docs/antrea-network-policy.md).
  ANTREA_ENABLE("networkpolicy.antrea.io/enable-logging", "Antrea"),
  /// See Kube-OVN's [constants](https://github.com/kubeovn/kube-ovn/blob/master/pkg/util/const.go).
  KUBE_OVN_ENABLE("ovn.kubernetes.io/enable_log", "Kube-OVN"),
  KUBE_OVN_ACTIONS("ovn.kubernetes.io/log_acl_actions", "Kube-OVN"),
  KUBE_OVN_RATE("ovn.kubernetes.io/acl_log_meter_rate", "Kube-OVN"),
  /// Of the NSX Container Plug-in: `ALL`, `DENY` or `OFF`.
  NSX("ncp/log_traffic", "the NSX Container Plug-in");

  private final String key;
  private final String reader;

  VendorKey(String key, String reader) {
    this.key = key;
    this.reader = reader;
  }

  /// What reads it, for messages.
  String reader() {
    return reader;
  }

  /// The vendor's key that this is, exactly; null where it is none.
  static @Nullable VendorKey of(String key) {
    for (VendorKey vendor : values()) {
      if (vendor.key.equals(key)) {
        return vendor;
      }
    }
    return null;
  }
}
