package dev.netlog.webhook.admission;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.PlatformKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The kinds that the webhook checks; objects of all other kinds are admitted unread.
///
/// Safe for use by several threads.
final class JudgedKinds {
  /// Subresources that can change the annotations of a Namespace as well.
  private static final Set<String> OF_NAMESPACES = Set.of("", "status", "finalize");

  private final List<PlatformKind> all;
  private final Set<GroupKind> judged = new HashSet<>();
  private final Set<GroupKind> injected = new HashSet<>();

  /// The kinds of the platforms of a catalogue.
  JudgedKinds(RuleCatalog catalog) {
    this.all = catalog.kinds().stream().filter(PlatformKind::isJudged).toList();
    for (PlatformKind each : all) {
      judged.add(each.kind());
      if (each.is(PlatformKind.Use.INJECTED)) {
        injected.add(each.kind());
      }
    }
  }

  /// All of them.
  List<PlatformKind> all() {
    return all;
  }

  /// Whether objects of a kind are checked, in any version.
  boolean contain(GroupKind kind) {
    return judged.contains(kind);
  }

  /// Whether a review is about a checked object, or a subresource that can change its annotations.
  boolean contain(GroupKind kind, String subResource) {
    return contain(kind)
        && (kind.equals(KubernetesKinds.NAMESPACE)
            ? OF_NAMESPACES.contains(subResource)
            : subResource.isEmpty());
  }

  /// Whether annotations can be injected into new objects of a kind.
  boolean areInjected(GroupKind kind) {
    return injected.contains(kind);
  }
}
