package dev.netlog.coverage.points;

import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceTallies;
import dev.netlog.coverage.PointCount;
import dev.netlog.coverage.StatusFlags;
import dev.netlog.coverage.Tally;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts the points of one namespace.
final class NamespaceCount {
  private final NamespacePolicies policies;
  private final Map<Counter, Tally> tallies = new EnumMap<>(Counter.class);
  private final StatusFlags[] marks;
  private final Map<String, StatusFlags> others = new TreeMap<>();
  private final Map<String, StatusFlags> retained = new TreeMap<>();
  private final Map<String, StatusFlags> byPolicy = new TreeMap<>();
  private final Map<String, StatusFlags> admins = new TreeMap<>();
  private final Map<Subject, Set<Direction>> ungoverned =
      new TreeMap<>((a, b) -> a.id().compareTo(b.id()));
  private StatusFlags namespace = StatusFlags.NONE;

  /// @param name the namespace, empty for the cluster
  /// @param otherNames the names of the namespace's policies other than NetworkPolicies
  NamespaceCount(
      String name,
      NamespacePolicies policies,
      List<Group> groups,
      List<JudgedPoint> own,
      Collection<String> otherNames) {
    this.policies = policies;
    this.marks = new StatusFlags[policies.all().size()];
    Arrays.fill(marks, StatusFlags.NONE);
    groups.forEach(this::add);
    for (JudgedPoint point : own) {
      PointCount.add(tallies, point, 1);
      namespace = namespace.with(point);
      mark(point);
    }
    count(Counter.NAMESPACE, name.isEmpty() ? StatusFlags.NONE : namespace, 1);
    otherNames.forEach(other -> others.putIfAbsent(other, StatusFlags.NONE));
    others.forEach(this::own);
    retained.forEach(this::own);
    for (int i = 0; i < marks.length; i++) {
      own(Names.reference(policies.get(i).resource()), marks[i]);
    }
  }

  private void own(String policy, StatusFlags of) {
    byPolicy.put(policy, of);
    count(Counter.POLICY, of, 1);
  }

  private void add(Group group) {
    StatusFlags subject = StatusFlags.NONE;
    Set<Direction> governed = EnumSet.noneOf(Direction.class);
    for (JudgedPoint point : group.points()) {
      mark(point);
      Direction direction = point.point().direction();
      if (point.isCounted() && direction != null) {
        PointCount.add(tallies, point, group.subjects().size());
        subject = subject.with(point);
        governed.add(direction);
      }
    }
    count(Counter.WORKLOAD, subject, group.subjects().size());
    namespace = namespace.with(subject);
    Set<Direction> open = EnumSet.complementOf(EnumSet.copyOf(governed));
    if (!open.isEmpty()) {
      group.subjects().stream()
          .filter(each -> !each.isVirtual())
          .forEach(each -> ungoverned.put(each, open));
    }
  }

  private void count(Counter counter, StatusFlags of, long times) {
    if (!of.isEmpty()) {
      tallies.merge(counter, of.tally(times), Tally::plus);
    }
  }

  /// Marks the policies that give this point.
  private void mark(JudgedPoint judged) {
    if (!judged.isCounted()) {
      return;
    }
    switch (judged.point().reason()) {
      case Reason.Allowing(Resource policy, _) -> mark(policy, judged);
      case Reason.DefaultDeny _ -> {
        AppliedPolicies applied = judged.point().applied();
        applied.policies().forEach(policy -> mark(policy, judged));
        applied.possible().forEach(policy -> mark(policy, judged));
      }
      case Reason.AdminRule rule -> mark(admins, Names.reference(rule.policy()), judged);
      case Reason.NamespaceRule rule -> mark(others, Names.ofNamespace(rule.policy()), judged);
      case Reason.Unmodelled policy -> mark(others, Names.reference(policy.policy()), judged);
      case Reason.UnreadText _ -> {}
    }
  }

  /// Marks a NetworkPolicy: one of the namespace, or one that only the base of a change can read.
  private void mark(Resource policy, JudgedPoint judged) {
    int index = policies.find(policy);
    if (index >= 0) {
      marks[index] = marks[index].with(judged);
    } else {
      mark(retained, Names.reference(policy), judged);
    }
  }

  private static void mark(Map<String, StatusFlags> marks, String policy, JudgedPoint judged) {
    marks.merge(policy, StatusFlags.NONE.with(judged), StatusFlags::with);
  }

  NamespaceTallies tallies() {
    return new NamespaceTallies(tallies, admins);
  }

  /// The marks of the namespace's own policies by name.
  Map<String, StatusFlags> policies() {
    return byPolicy;
  }

  Map<Subject, Set<Direction>> ungoverned() {
    return ungoverned;
  }
}
