package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.input.AdminStage;
import dev.netlog.coverage.input.ClusterPolicy;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.NamespaceSubjects;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.coverage.points.Situation.Givers;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AssumedPorts;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Groups the subjects of one namespace by their situation and finds the points of each group. Not
/// safe for use by several threads.
final class SubjectGroups {
  private final NamespaceSubjects workloads;
  private final NamespacePolicies policies;
  private final UndeclaredPorts undeclared;
  private final ClusterRules cluster;
  private final Function<Point, LoggingState> judge;
  private final LoggingState namespaceUnknown;
  private final TransformedObjects objects;
  private final TransformedStates transformed;
  private final Set<String> portNames = new TreeSet<>();
  private final Map<String, Boolean> adminRules = new TreeMap<>();
  private final DecidedDirections decided;
  private @Nullable PortNames assumedPorts;
  private @Nullable BitSet selecting;
  private int givenUp;

  /// @param undeclared the port names of the policies that no workload declares
  /// @param judge the platform
  /// @param namespaceUnknown the state if it depends on unknown labels of the namespace
  /// @param objects the transformed objects of the target
  SubjectGroups(
      NamespaceSubjects workloads,
      NamespacePolicies policies,
      UndeclaredPorts undeclared,
      ClusterRules cluster,
      Function<Point, LoggingState> judge,
      LoggingState namespaceUnknown,
      TransformedObjects objects,
      TransformedStates transformed) {
    this.workloads = workloads;
    this.policies = policies;
    this.undeclared = undeclared;
    this.cluster = cluster;
    this.judge = judge;
    this.namespaceUnknown = namespaceUnknown;
    this.decided = new DecidedDirections(policies, cluster);
    this.objects = objects;
    this.transformed = transformed;
    policies.all().forEach(policy -> portNames.addAll(policy.portNames(Direction.INGRESS)));
    cluster.policies().forEach(policy -> portNames.addAll(policy.portNames(Direction.INGRESS)));
  }

  /// The groups of some subjects, by first subject.
  ///
  /// @param shadowed receives each situation
  List<Group> of(List<Subject> subjects, ShadowedRules shadowed) {
    PointFinder finder = finder();
    Map<Situation, List<Subject>> bySituation = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      bySituation
          .computeIfAbsent(situation(subject, givers(subject)), _ -> new ArrayList<>())
          .add(subject);
    }
    List<Group> groups = new ArrayList<>();
    bySituation.forEach(
        (situation, members) -> {
          groups.add(new Group(members, finder.points(situation), decided.of(situation)));
          shadowed.add(situation, cluster);
        });
    for (AdminStage stage : finder.stages()) {
      stage.byText().forEach((rule, acts) -> adminRules.merge(rule, acts, Boolean::logicalOr));
      givenUp += stage.givenUp();
    }
    return groups;
  }

  /// The rules of cluster-scoped policies that apply to the subjects grouped so far, by their names
  /// in reports, with whether each decides any connection.
  Map<String, Boolean> adminRules() {
    return adminRules;
  }

  /// How many searches about such rules gave up.
  int givenUp() {
    return givenUp;
  }

  /// The directions in which a policy governs pods of this namespace without a workload in the
  /// input.
  Set<Direction> governed(Subject pods) {
    NamespacePolicies.Selecting selecting = policies.selecting(pods);
    BitSet selected = selecting.certain();
    selected.or(selecting.possible());
    Set<Direction> governed = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if (!policies.isolating(selected, direction).isEmpty()) {
        governed.add(direction);
      }
    }
    if (!cluster.policies().isEmpty()) {
      governed.addAll(Group.governed(finder().points(assumed(pods))));
    }
    return governed;
  }

  /// The directions in which each connection of such pods has a verdict.
  Set<Direction> decided(Subject pods) {
    return decided.of(assumed(pods));
  }

  /// The situation of pods with the assumed ports of this side of a change: the other side may have
  /// other port names.
  private Situation assumed(Subject pods) {
    return situation(pods.withPorts(assumedPorts()), null);
  }

  NamespacePolicies policies() {
    return policies;
  }

  /// The cluster-scoped policies.
  List<AdminPolicy> adminPolicies() {
    return cluster.policies();
  }

  /// The ports of pods without a workload in the input.
  PortNames assumedPorts() {
    PortNames known = assumedPorts;
    if (known == null) {
      known = AssumedPorts.of(policies.all(), cluster.installed(), cluster.idle());
      assumedPorts = known;
    }
    return known;
  }

  private PointFinder finder() {
    return new PointFinder(
        workloads.input().name(),
        workloads.labels(),
        policies,
        undeclared,
        cluster,
        judge,
        namespaceUnknown,
        transformed);
  }

  /// The policies that a virtual subject is assumed for; null for a workload of the input.
  private @Nullable Givers givers(Subject subject) {
    if (!subject.isVirtual()) {
      return null;
    }
    Map<String, String> labels = subject.labels().known();
    BitSet givers = policies.selecting(subject).certain();
    givers.andNot(selecting());
    givers.stream()
        .filter(policy -> !labels.equals(policies.get(policy).selector().smallestLabels()))
        .forEach(givers::clear);
    List<Integer> admins = new ArrayList<>();
    for (ClusterPolicy policy : cluster.certain(standing(subject))) {
      if (labels.equals(policy.policy().pods().smallestLabels())) {
        admins.add(policy.order());
      }
    }
    return new Givers(givers, admins, subject.namespace().equals(Subject.ANYWHERE));
  }

  /// The policies that select a workload of the input.
  private BitSet selecting() {
    BitSet known = selecting;
    if (known == null) {
      known = policies.selecting(workloads.reached());
      selecting = known;
    }
    return known;
  }

  private ClusterRules.Standing standing(Subject subject) {
    return cluster.standing(subject, workloads.labels(subject));
  }

  private Situation situation(Subject subject, @Nullable Givers givers) {
    return Situation.of(
        subject, policies, standing(subject), subject.ports().only(portNames), objects, givers);
  }
}
