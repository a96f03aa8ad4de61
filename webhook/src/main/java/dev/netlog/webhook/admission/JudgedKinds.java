package dev.netlog.webhook.admission;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.webhook.kind.ServedKind;
import java.util.List;
import java.util.Set;

/// What the webhook has an opinion about; anything else is admitted unread.
public final class JudgedKinds {
  static final List<ServedKind> SERVED =
      List.of(
          ServedKind.NAMESPACE,
          ServedKind.NETWORK_POLICY,
          ServedKind.ADMIN_NETWORK_POLICY,
          ServedKind.BASELINE_ADMIN_NETWORK_POLICY,
          ServedKind.NETWORK_LOGGING,
          ServedKind.EGRESS_FIREWALL,
          ServedKind.OPERATOR_NETWORK);

  private static final List<GroupKind> ALL = SERVED.stream().map(ServedKind::kind).toList();

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
