package dev.netlog.coverage.compare;

import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.platform.Reason;
import dev.netlog.policy.PortClause;
import dev.netlog.policy.Subject;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Finds what a change alters of a point, apart from its key: whether it is covered, the labels of
/// its subject that decide which policies apply, and the meaning of its policy. Annotations are not
/// compared.
///
/// A spec that means something else counts only if the point decides a connection that it did not
/// decide before. A deny point with the same state only changes if its connections grew, and the
/// policies that still apply are not unchanged: losing a policy is excused.
final class PointChanges {
  private final Meanings meanings;
  private final DecidedConnections connections;
  private final Set<String> keys;
  private final boolean complete;

  /// @param keys the keys of the labels that count
  /// @param complete whether the head has all containers of the pods
  PointChanges(
      Meanings meanings, DecidedConnections connections, Set<String> keys, boolean complete) {
    this.meanings = meanings;
    this.connections = connections;
    this.keys = keys;
    this.complete = complete;
  }

  /// The differences; empty if the point is the same.
  Set<PointChange> between(SubjectPoint before, SubjectPoint after) {
    Set<PointChange> changes = EnumSet.noneOf(PointChange.class);
    if (isCovered(before) != isCovered(after)) {
      changes.add(PointChange.STATE);
    }
    if (after.point().point().reason() instanceof Reason.DefaultDeny) {
      if (hasOtherPolicies(before, after) && connections.grew(before, after)) {
        changes.add(PointChange.POLICY);
      }
      return changes;
    }
    if (!haveSameLabels(before, after)) {
      changes.add(PointChange.LABELS);
    }
    boolean stands =
        before.of() != null && after.of() != null && standsFor(after.of(), before.of());
    if (!isOfSamePolicy(before, after)
        && (stands
            || connections.mayHaveMore(before.point(), after.point())
            || namesMorePorts(before, after))) {
      changes.add(PointChange.POLICY);
    }
    return changes;
  }

  /// Whether a policy also names a port now that no workload of the namespace declares. A container
  /// that the cluster adds may declare it.
  private boolean namesMorePorts(SubjectPoint before, SubjectPoint after) {
    if (complete
        || after.direction() != Direction.INGRESS
        || after.of() == null
        || after.of().isVirtual()) {
      return false;
    }
    Set<PortClause.Name> names = new HashSet<>(meanings.portNames(after.point().point()));
    names.removeAll(meanings.portNames(before.point().point()));
    Collection<Subject> subjects = connections.head().subjects().values();
    return names.stream()
        .anyMatch(
            port ->
                subjects.stream()
                    .filter(subject -> !subject.isVirtual())
                    .allMatch(
                        subject ->
                            subject.ports().resolve(port.protocol(), port.name()).isEmpty()));
  }

  private static boolean isCovered(SubjectPoint point) {
    return point.status() == Status.COVERED;
  }

  /// Whether the policies of both points mean the same.
  boolean isOfSamePolicy(SubjectPoint before, SubjectPoint after) {
    return meanings.of(before.point().point()) == meanings.of(after.point().point());
  }

  /// Whether the same policies apply where both points are.
  boolean haveSamePolicies(SubjectPoint before, SubjectPoint after) {
    return meanings.applied(before.point().point()).equals(meanings.applied(after.point().point()));
  }

  /// Whether the policies where one of both points is are among those where the other is.
  boolean haveMoreOrFewerPolicies(SubjectPoint before, SubjectPoint after) {
    return !hasOtherPolicies(before, after) || !hasOtherPolicies(after, before);
  }

  private boolean hasOtherPolicies(SubjectPoint before, SubjectPoint after) {
    BitSet others = meanings.applied(after.point().point());
    others.andNot(meanings.applied(before.point().point()));
    return !others.isEmpty();
  }

  /// Whether the labels of both subjects that selectors use are the same.
  boolean haveSameLabels(SubjectPoint before, SubjectPoint after) {
    return before.of() == null
        || after.of() == null
        || standsFor(after.of(), before.of())
        || !differ(before.of().labels(), after.of().labels(), keys);
  }

  /// Whether the base has a virtual subject too, with the same labels.
  boolean isAtBase(Subject virtual) {
    Subject same = connections.base().subjects().get(virtual.id());
    return same != null && !standsFor(virtual, same);
  }

  /// Whether the base has a workload too, with the same labels as far as selectors use them.
  boolean isUnchanged(Subject workload) {
    Subject same = connections.base().subjects().get(workload.id());
    return same != null && !same.isVirtual() && !differ(same.labels(), workload.labels(), keys);
  }

  /// Whether a virtual subject stands for another subject of the base.
  static boolean standsFor(Subject virtual, Subject before) {
    return virtual.isVirtual() && !virtual.likeness().equals(before.likeness());
  }

  private static boolean differ(KnownLabels before, KnownLabels after, Set<String> keys) {
    return !before.equals(after)
        && !(asked(before.known(), keys).equals(asked(after.known(), keys))
            && asked(before.unknownValues(), keys).equals(asked(after.unknownValues(), keys))
            && asked(before.uncertain(), keys).equals(asked(after.uncertain(), keys)));
  }

  private static Map<String, String> asked(Map<String, String> labels, Set<String> keys) {
    Map<String, String> asked = new HashMap<>(labels);
    asked.keySet().retainAll(keys);
    return asked;
  }

  private static Set<String> asked(Set<String> labels, Set<String> keys) {
    Set<String> asked = new HashSet<>(labels);
    asked.retainAll(keys);
    return asked;
  }
}
