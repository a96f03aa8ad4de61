package dev.netlog.platform.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product with logging annotations of its own that is no platform of netlog.
///
/// @param product its name
/// @param documentation where its annotations are documented, a link in Markdown; null where that
///   is not public
/// @param keys the annotations, exactly
record Vendor(String product, @Nullable String documentation, List<String> keys) {
  static final List<Vendor> ALL =
      List.of(
          new Vendor(
              "Antrea",
              "[Antrea,"
                  + " `docs/antrea-network-policy.md`](https://github.com/antrea-io/antrea/blob/main/docs/antrea-network-policy.md)",
              List.of("networkpolicy.antrea.io/enable-logging")),
          new Vendor(
              "Kube-OVN",
              "[Kube-OVN,"
                  + " `pkg/util/const.go`](https://github.com/kubeovn/kube-ovn/blob/master/pkg/util/const.go)",
              List.of(
                  "ovn.kubernetes.io/enable_log",
                  "ovn.kubernetes.io/log_acl_actions",
                  "ovn.kubernetes.io/acl_log_meter_rate")),
          // Its value is "ALL", "DENY" or "OFF".
          new Vendor("the NSX Container Plug-in", null, List.of("ncp/log_traffic")));

  Vendor {
    keys = List.copyOf(keys);
  }

  /// The vendor that reads an annotation, null where none does.
  static @Nullable Vendor reading(String key) {
    for (Vendor vendor : ALL) {
      if (vendor.keys.contains(key)) {
        return vendor;
      }
    }
    return null;
  }
}
