package dev.netlog.webhook.admission;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import java.util.List;
import java.util.Set;

/// What the webhook has an opinion about; anything else is admitted unread.
public final class JudgedKinds {
  private static final List<GroupKind> ALL =
      List.of(
          KubernetesKinds.NAMESPACE,
          KubernetesKinds.NETWORK_POLICY,
          KubernetesKinds.ADMIN_NETWORK_POLICY,
          KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
          new GroupKind("networking.gke.io", "NetworkLogging"),
          new GroupKind("k8s.ovn.org", "EgressFirewall"),
          new GroupKind("operator.openshift.io", "Network"));

  /// They store a changed annotation of the Namespace as well.
  private static final Set<String> OF_NAMESPACES = Set.of("", "status", "finalize");

  private JudgedKinds() {}

  /// All of them.
  public static List<GroupKind> all() {
    return ALL;
  }

  /// Whether objects of a kind are judged, in whatever version.
  static boolean contain(GroupKind kind) {
    return ALL.contains(kind);
  }

  /// Whether a review asks about an object itself, or about a part by which its annotations change.
  static boolean contain(GroupKind kind, String subResource) {
    return contain(kind)
        && (kind.equals(KubernetesKinds.NAMESPACE)
            ? OF_NAMESPACES.contains(subResource)
            : subResource.isEmpty());
  }
}
