package dev.netlog.coverage;

import dev.netlog.coverage.input.AssumedPods;
import dev.netlog.coverage.input.RefusedObject;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The logging coverage of one target.
public final class Coverage implements CoverageView {
  private final TargetInput target;
  private final List<NamespaceCoverage> namespaces;
  private final Map<String, NamespaceCoverage> byName = new HashMap<>();
  private final TallySum tallies = new TallySum();
  private final TallySum realTallies = new TallySum();
  private final List<String> inactive = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, StatusFlags> policies = new TreeMap<>();
  private final Map<String, List<AssumedPods.Pod>> assumed;

  /// @param adminPolicies the names of the cluster-scoped policies
  /// @param assumed the pods that are assumed for them, by namespace
  public Coverage(
      TargetInput target,
      List<NamespaceCoverage> namespaces,
      Collection<String> adminPolicies,
      Map<String, List<AssumedPods.Pod>> assumed) {
    this.assumed = assumed;
    this.target = target;
    this.namespaces = List.copyOf(namespaces);
    for (NamespaceCoverage namespace : namespaces) {
      byName.put(namespace.name(), namespace);
      tallies.add(namespace.tallies());
      realTallies.add(namespace.realTallies());
      policies.putAll(namespace.policies());
      notices.addAll(namespace.notices());
    }
    policies.forEach(
        (name, marks) -> {
          if (marks.isEmpty()) {
            inactive.add(name);
          }
        });
    Map<String, StatusFlags> admins = tallies.adminPolicies();
    policies.putAll(admins);
    // One that only the base of a change could read has points here all the same.
    Set<String> named = new TreeSet<>(adminPolicies);
    named.addAll(admins.keySet());
    for (String admin : named) {
      if (admins.getOrDefault(admin, StatusFlags.NONE).isEmpty()) {
        inactive.add(admin);
        policies.put(admin, StatusFlags.NONE);
      }
    }
    inactive.sort(null);
  }

  /// The objects that the coverage was computed from.
  public TargetInput target() {
    return target;
  }

  @Override
  public Platform platform() {
    return target.platform();
  }

  @Override
  public Inventory inventory() {
    return target.inventory();
  }

  @Override
  public boolean isComplete() {
    return target.isComplete();
  }

  @Override
  public boolean isTransformed(Resource object) {
    return target.transformed().of(object) != null;
  }

  @Override
  public List<Resource> contested() {
    return target.contested();
  }

  @Override
  public SequencedMap<String, List<MissedPolicy>> missedPolicies() {
    SequencedMap<String, List<MissedPolicy>> missed = new LinkedHashMap<>();
    for (NamespaceCoverage namespace : namespaces) {
      List<MissedPolicy> policies = MissedPolicies.of(namespace);
      if (!policies.isEmpty()) {
        missed.put(namespace.name(), policies);
      }
    }
    return missed;
  }

  @Override
  public List<MissedPolicy> missedClusterPolicies() {
    return MissedPolicies.admin(namespaces);
  }

  /// The namespaces by name; with an empty name the cluster where it has points of its own.
  public List<NamespaceCoverage> namespaces() {
    return namespaces;
  }

  /// The namespace of a name, null where there is none.
  public @Nullable NamespaceCoverage namespace(String name) {
    return byName.get(name);
  }

  /// The count of a counter.
  public Tally tally(Counter counter) {
    return tallies.tally(counter);
  }

  /// The count of a counter without the virtual subjects.
  public Tally realTally(Counter counter) {
    return realTallies.tally(counter);
  }

  /// The points that may allow or deny in either direction. They enter no counter of one verdict or
  /// direction, but the gates on it.
  public Tally anyTally() {
    Tally any = Tally.NONE;
    for (NamespaceCoverage namespace : namespaces) {
      for (JudgedPoint point : namespace.own()) {
        any = point.point().verdict() == Verdict.ANY ? any.plus(point.tally(1)) : any;
      }
    }
    return any;
  }

  /// Calls the visitor for every point of every subject, namespace by namespace. Points that no
  /// counter counts are included.
  public void forEach(Visitor visitor) {
    for (NamespaceCoverage namespace : namespaces) {
      namespace.forEach(visitor);
    }
  }

  /// Gets each point, see [#forEach].
  @FunctionalInterface
  public interface Visitor {
    /// One point of one subject.
    ///
    /// @param subject its id: `edge/Deployment/api`, `Namespace/edge`, `Cluster`
    /// @param of the subject, null for a namespace or the cluster
    void point(String subject, @Nullable Subject of, JudgedPoint point);
  }

  /// The number of pairs of a subject and a direction that a policy governs. Virtual subjects do
  /// not count.
  public long governed() {
    return governable() - namespaces.stream().mapToLong(Coverage::ungoverned).sum();
  }

  /// The number of all pairs of a subject and a direction. Virtual subjects do not count.
  public long governable() {
    return 2 * namespaces.stream().mapToLong(Coverage::realSubjects).sum();
  }

  private static long ungoverned(NamespaceCoverage namespace) {
    return namespace.ungoverned().values().stream().mapToLong(Set::size).sum();
  }

  private static long realSubjects(NamespaceCoverage namespace) {
    return namespace.groups().stream()
        .flatMap(group -> group.subjects().stream())
        .filter(subject -> !subject.isVirtual())
        .count();
  }

  /// The pairs that no policy governs: `edge/Deployment/api:egress`.
  public List<String> ungoverned() {
    List<String> pairs = new ArrayList<>();
    for (NamespaceCoverage namespace : namespaces) {
      namespace
          .ungoverned()
          .forEach(
              (subject, directions) -> {
                for (Direction direction : directions) {
                  pairs.add(subject.id() + ":" + direction.word());
                }
              });
    }
    pairs.sort(null);
    return pairs;
  }

  /// The ids of the subjects in the node's network, which policies do not reach.
  public List<String> excluded() {
    return namespaces.stream()
        .flatMap(namespace -> namespace.excluded().stream())
        .map(Subject::id)
        .sorted()
        .toList();
  }

  /// The policies that no point comes from, as reports name them: `NetworkPolicy/edge/api`.
  public List<String> inactivePolicies() {
    return List.copyOf(inactive);
  }

  /// The status of each policy by name in reports; null where none of its points is counted.
  public @Nullable Status policyStatus(String policy) {
    StatusFlags marks = policies.get(policy);
    return marks == null || marks.isEmpty() ? null : marks.status();
  }

  @Override
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  public void addNotices(List<Notice> more) {
    notices.addAll(more);
  }

  /// The pods that are assumed for cluster-scoped policies in a namespace.
  public List<AssumedPods.Pod> assumedIn(String namespace) {
    return assumed.getOrDefault(namespace, List.of());
  }

  /// The objects that the API server refuses, ordered by name. Nothing else of the coverage
  /// includes them.
  public List<RefusedObject> refused() {
    return target.refused();
  }

  /// The reasons why the API server refuses them.
  public List<InputProblem> problems() {
    return refused().stream().flatMap(object -> object.problems().stream()).toList();
  }

  /// The number of questions that cost more than the budget. Each got the worse answer: a denial is
  /// possible, and no other policy covers the point.
  public long undecided() {
    return namespaces.stream().mapToLong(NamespaceCoverage::undecided).sum();
  }
}
