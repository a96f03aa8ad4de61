package dev.netlog.coverage.compare;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.LostGovernance.Extent;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.policy.Subject;
import dev.netlog.policy.WorkloadMarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the directions of workloads that a policy governed at the base of a change and none
/// governs at its head. It also finds those in which each connection had a verdict at the base, and
/// some connections have none at the head.
///
/// A workload that only the head has is compared with the removed workloads that are most similar,
/// in any namespace, but for those that another new workload of their own namespace replaces. If
/// none is similar, it is compared with the workloads that its namespace lost. A workload that has
/// moved to the node's network is not governed by any policy. A direction with retained points,
/// whose policy cannot be read, is still governed, unless the cluster surely loses that policy.
final class GovernanceLoss {
  private final Map<String, Governed> left = new TreeMap<>();
  private final Map<String, Governed> came = new TreeMap<>();
  private final Map<String, List<Governed>> leftByMark = new HashMap<>();
  private final Map<String, List<Governed>> lostByNamespace = new HashMap<>();
  private final Set<String> replaced = new HashSet<>();
  private final List<LostGovernance> lost = new ArrayList<>();

  /// A workload of the input.
  ///
  /// @param directions the directions in which a policy governs it
  /// @param decided those in which each connection has a verdict
  private record Governed(Subject subject, Set<Direction> directions, Set<Direction> decided) {
    static Governed no(Subject subject) {
      return new Governed(
          subject, EnumSet.noneOf(Direction.class), EnumSet.noneOf(Direction.class));
    }

    /// The directions in which at least this extent of the connections may be lost.
    Set<Direction> directions(Extent extent) {
      return extent == Extent.ALL ? directions : decided;
    }

    boolean containsAll(Governed other) {
      return directions.containsAll(other.directions) && decided.containsAll(other.decided);
    }
  }

  private GovernanceLoss() {}

  /// The losses, by pair.
  static List<LostGovernance> between(Coverage base, Coverage head) {
    GovernanceLoss loss = new GovernanceLoss();
    Set<String> names = new TreeSet<>();
    base.namespaces().forEach(namespace -> names.add(namespace.name()));
    head.namespaces().forEach(namespace -> names.add(namespace.name()));
    for (String name : names) {
      loss.add(base, head, name);
    }
    loss.compareNew();
    loss.lost.sort(
        Comparator.comparing(LostGovernance::pair).thenComparing(LostGovernance::before));
    return loss.lost;
  }

  private void add(Coverage from, Coverage to, String name) {
    NamespaceCoverage base = from.namespace(name);
    NamespaceCoverage head = to.namespace(name);
    if (base != null && base.equals(head)) {
      return;
    }
    Map<String, Governed> before = governed(base, from.target());
    Map<String, Governed> after = governed(head, to.target());
    before.forEach(
        (id, workload) -> {
          Governed now = after.get(id);
          if (now == null) {
            left.put(id, workload);
          } else {
            compare(now, List.of(workload), "");
          }
        });
    after.forEach(
        (id, workload) -> {
          if (!before.containsKey(id)) {
            came.put(id, workload);
          }
        });
    if (base != null && head != null) {
      lost.addAll(head.lostVirtual());
    }
  }

  private void compareNew() {
    if (came.isEmpty() || left.isEmpty()) {
      return;
    }
    for (Governed workload : left.values()) {
      for (String mark : WorkloadMarks.of(workload.subject())) {
        leftByMark.computeIfAbsent(mark, _ -> new ArrayList<>()).add(workload);
      }
    }
    for (Governed now : came.values()) {
      for (String id : sharedMarks(now).keySet()) {
        if (replaces(now, left.get(id))) {
          replaced.add(id);
        }
      }
    }
    left.forEach(
        (id, workload) -> {
          if (!replaced.contains(id)) {
            lostByNamespace
                .computeIfAbsent(workload.subject().namespace(), _ -> new ArrayList<>())
                .add(workload);
          }
        });
    for (Governed now : came.values()) {
      Map<String, Integer> shared = sharedMarks(now);
      String own = now.subject().namespace();
      shared.keySet().removeIf(id -> replaced.contains(id) && !isIn(left.get(id), own));
      if (shared.isEmpty()) {
        String namespace = now.subject().namespace();
        compare(now, lostByNamespace.getOrDefault(namespace, List.of()), "this namespace lost ");
      } else {
        int most = Collections.max(shared.values());
        compare(
            now,
            shared.keySet().stream()
                .filter(id -> shared.getOrDefault(id, 0) == most)
                .flatMap(id -> Stream.ofNullable(left.get(id)))
                .toList(),
            "it was ");
      }
    }
  }

  private static boolean isIn(@Nullable Governed workload, String namespace) {
    return workload != null && workload.subject().namespace().equals(namespace);
  }

  private static boolean replaces(Governed now, @Nullable Governed workload) {
    return workload != null
        && now.subject().namespace().equals(workload.subject().namespace())
        && now.containsAll(workload);
  }

  /// How many properties a new workload shares with each removed one, by id; workloads without a
  /// common property have no entry.
  private Map<String, Integer> sharedMarks(Governed now) {
    Map<String, Integer> shared = new TreeMap<>();
    for (String mark : WorkloadMarks.of(now.subject())) {
      for (Governed workload : leftByMark.getOrDefault(mark, List.of())) {
        shared.merge(workload.subject().id(), 1, Integer::sum);
      }
    }
    return shared;
  }

  /// Adds the directions in which one of some workloads was governed and this one is not, or each
  /// of its connections had a verdict and not each of this one's has.
  private void compare(Governed now, Collection<Governed> before, String how) {
    for (Direction direction : Direction.values()) {
      for (Extent extent : Extent.values()) {
        Governed more =
            now.directions(extent).contains(direction) ? null : first(before, direction, extent);
        if (more != null) {
          String was = how.isEmpty() ? "" : how + more.subject().id() + ", which policies governed";
          lost.add(new LostGovernance(now.subject().id(), direction, extent, was));
          break;
        }
      }
    }
  }

  private static @Nullable Governed first(
      Collection<Governed> before, Direction direction, Extent extent) {
    return before.stream()
        .filter(workload -> workload.directions(extent).contains(direction))
        .findFirst()
        .orElse(null);
  }

  /// The workloads of a namespace in the input, by id. Points that are retained for a workload that
  /// has left, or that no policy reaches any longer, do not make it one.
  private static Map<String, Governed> governed(
      @Nullable NamespaceCoverage namespace, TargetInput target) {
    Map<String, Governed> governed = new TreeMap<>();
    if (namespace == null) {
      return governed;
    }
    for (Subject subject : namespace.excluded()) {
      governed.put(subject.id(), Governed.no(subject));
    }
    for (Group group : namespace.groups()) {
      Set<Direction> directions =
          Group.governed(group.points().stream().filter(point -> !point.isOfLostObject()).toList());
      boolean isRetained =
          !group.points().isEmpty()
              && group.points().stream().allMatch(point -> point.state().isUnreadable());
      for (Subject subject : group.real()) {
        if (isRetained && governed.containsKey(subject.id())) {
          continue;
        }
        if (isRetained && hasLeft(subject, target)) {
          if (group.points().stream()
              .anyMatch(point -> point.isOfLostObject() && isOfOneThere(point, target))) {
            governed.put(subject.id(), Governed.no(subject));
          }
          continue;
        }
        Governed workload = governed.computeIfAbsent(subject.id(), _ -> Governed.no(subject));
        workload.directions().addAll(directions);
        workload.decided().addAll(group.decided());
      }
    }
    return governed;
  }

  /// Whether the policy of a retained point is there, so that it is the workload that is not.
  private static boolean isOfOneThere(JudgedPoint point, TargetInput target) {
    Resource policy = point.point().reason().policy();
    return policy != null && target.holds(policy.id());
  }

  private static boolean hasLeft(Subject subject, TargetInput target) {
    Resource workload = subject.resource();
    return workload != null && !target.holds(workload.id());
  }
}
