package dev.netlog.coverage.compare;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.network.Direction;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Finds rules for a whole namespace that logged connections at the base of a change, and whose
/// connections no rule decides at its head. A deleted policy counts only in a namespace with a
/// workload that stays; without one it is reported as deleted.
final class UndecidedRules {
  private final Coverage base;
  private final Coverage head;
  private final Predicate<JudgedPoint> covered;

  /// @param covered whether a point of the base is covered
  UndecidedRules(Coverage base, Coverage head, Predicate<JudgedPoint> covered) {
    this.base = base;
    this.head = head;
    this.covered = covered;
  }

  /// The losses of a namespace.
  List<LostGovernance> in(NamespaceCoverage before, NamespaceCoverage after) {
    List<LostGovernance> lost = new ArrayList<>();
    for (JudgedPoint point : before.own()) {
      Direction direction = point.point().direction();
      if (direction != null
          && covered.test(point)
          && point.point().reason() instanceof Reason.NamespaceRule rule
          && (head.target().holds(rule.policy().id()) || keepsWorkload(before, after))
          && undecided(before.name()).contains(rule.text())
          && after.own().stream().noneMatch(each -> isUnreadable(each, point))) {
        lost.add(
            new LostGovernance(
                before.ownSubject(), direction, LostGovernance.Extent.SOME, rule.text()));
      }
    }
    return lost;
  }

  private Set<String> undecided(String namespace) {
    return head.target()
        .platform()
        .undecidedRules(namespace, base.target().inventory(), head.target().inventory());
  }

  private static boolean isUnreadable(JudgedPoint point, JudgedPoint before) {
    return point.state().isUnreadable()
        && !point.isOfLostObject()
        && point.rest().equals(before.rest());
  }

  private static boolean keepsWorkload(NamespaceCoverage before, NamespaceCoverage after) {
    Set<String> ids = new HashSet<>();
    before.groups().forEach(group -> group.real().stream().map(Subject::id).forEach(ids::add));
    return after.groups().stream()
        .flatMap(group -> group.real().stream())
        .anyMatch(subject -> ids.contains(subject.id()));
  }
}
