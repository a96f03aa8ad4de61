package dev.netlog.coverage.compare;

import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Pairs points that only the head of a change has with points of the base that are the same but
/// for a name.
///
/// A policy may have another name, and a workload another name or kind, with the same fingerprint.
/// A virtual subject stands for the workloads that its policy selected at the base, if it selects
/// none at the head. Names alone pair nothing.
final class RenamedPoints {
  private final PointChanges changes;
  private final PodSelectors selectedBefore;
  private final PodSelectors selectedAfter;
  private final Map<Likeness, List<SubjectPoint>> removed = new HashMap<>();
  private final Map<String, List<SubjectPoint>> base = new HashMap<>();

  /// What is the same in all points that may be one.
  private record Likeness(
      @Nullable Direction direction,
      Verdict verdict,
      Class<?> reason,
      @Nullable GroupKind policyKind,
      int index) {
    static Likeness of(SubjectPoint point) {
      Point of = point.point().point();
      int index = of.reason() instanceof Reason.AdminRule rule ? rule.index() : 0;
      Resource policy = of.reason().policy();
      GroupKind kind = policy == null ? null : policy.id().groupKind();
      return new Likeness(of.direction(), of.verdict(), of.reason().getClass(), kind, index);
    }
  }

  /// @param before all points of the base in this namespace
  /// @param removed those that the head does not have, by key
  RenamedPoints(
      PointChanges changes,
      PodSelectors selectedBefore,
      PodSelectors selectedAfter,
      Collection<SubjectPoint> before,
      Collection<SubjectPoint> removed) {

    this.changes = changes;
    this.selectedBefore = selectedBefore;
    this.selectedAfter = selectedAfter;
    for (SubjectPoint point : removed) {
      this.removed.computeIfAbsent(Likeness.of(point), _ -> new ArrayList<>()).add(point);
    }
    for (SubjectPoint point : before) {
      base.computeIfAbsent(point.point().rest(), _ -> new ArrayList<>()).add(point);
    }
  }

  /// The points of the base by the keys of the new points that are paired with them.
  ///
  /// @param added points that only the head has, by key
  Map<String, SubjectPoint> pair(List<SubjectPoint> added) {
    Map<String, SubjectPoint> pairs = new TreeMap<>();
    // First those that kept their state: a point that lost its log must not take their place.
    for (boolean same : List.of(true, false)) {
      BiPredicate<SubjectPoint, SubjectPoint> like = (a, b) -> !same || haveSamePolicies(a, b);
      pair(added, like.and(RenamedPoints::isOne).and(RenamedPoints::haveSameStatus), pairs);
      pair(added, like.and(RenamedPoints::isOne), pairs);
      pair(added, like.and(RenamedPoints::haveSameStatus), pairs);
      pair(added, like, pairs);
    }
    for (SubjectPoint point : added) {
      SubjectPoint stood = pairs.containsKey(point.key()) ? null : stoodFor(point);
      if (stood != null) {
        pairs.put(point.key(), stood);
      }
    }
    return pairs;
  }

  private void pair(
      List<SubjectPoint> added,
      BiPredicate<SubjectPoint, SubjectPoint> wanted,
      Map<String, SubjectPoint> pairs) {
    for (SubjectPoint point : added) {
      if (!pairs.containsKey(point.key())) {
        Iterator<SubjectPoint> left =
            removed.getOrDefault(Likeness.of(point), List.of()).iterator();
        while (left.hasNext()) {
          SubjectPoint before = left.next();
          if (wanted.test(before, point) && isRenamed(before, point)) {
            pairs.put(point.key(), before);
            left.remove();
            break;
          }
        }
      }
    }
  }

  private static boolean haveSameStatus(SubjectPoint before, SubjectPoint after) {
    return isCovered(before) == isCovered(after);
  }

  private static boolean isCovered(SubjectPoint point) {
    return point.status() == Status.COVERED;
  }

  /// Whether only one of policy and workload is not the same.
  private static boolean isOne(SubjectPoint before, SubjectPoint after) {
    return before.subject().equals(after.subject()) || reason(before).equals(reason(after));
  }

  /// Whether only the name of the policy, and the name or kind of the workload, differ.
  private boolean isRenamed(SubjectPoint before, SubjectPoint after) {
    return areAlike(before.of(), after.of())
        && changes.isOfSamePolicy(before, after)
        && changes.haveSameLabels(before, after)
        && (!(after.point().point().reason() instanceof Reason.DefaultDeny)
            || changes.haveMoreOrFewerPolicies(before, after));
  }

  private boolean haveSamePolicies(SubjectPoint before, SubjectPoint after) {
    return !(after.point().point().reason() instanceof Reason.DefaultDeny)
        || changes.haveSamePolicies(before, after);
  }

  private static String reason(SubjectPoint point) {
    return point.point().point().reason().text();
  }

  /// Whether both are workloads, or virtual subjects with the same labels.
  private static boolean areAlike(@Nullable Subject before, @Nullable Subject after) {
    if (before == null || after == null) {
      return before == null && after == null;
    }
    return before.isVirtual() == after.isVirtual() && !PointChanges.standsFor(after, before);
  }

  /// The point of a subject at the base that a new virtual subject stands for; the one with the
  /// same state if there is any.
  private @Nullable SubjectPoint stoodFor(SubjectPoint point) {
    Subject virtual = point.of();
    if (virtual == null || !virtual.isVirtual() || changes.isAtBase(virtual)) {
      return null;
    }
    Point of = point.point().point();
    Resource policy = of.reason().policy();
    List<Resource> givers = policy == null ? of.applied().policies() : List.of(policy);
    return base.getOrDefault(point.point().rest(), List.of()).stream()
        .filter(
            before ->
                before.of() != null
                    && selectedBefore.selectedFor(virtual, selectedAfter, givers, before.of()))
        .min(
            Comparator.comparing((SubjectPoint before) -> !haveSameStatus(before, point))
                .thenComparing(SubjectPoint::key))
        .orElse(null);
  }
}
