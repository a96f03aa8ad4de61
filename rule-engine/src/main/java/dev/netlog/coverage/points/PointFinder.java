package dev.netlog.coverage.points;

import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.PointList;
import dev.netlog.coverage.input.AdminStage;
import dev.netlog.coverage.input.ClusterPolicy;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Truth;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.NetworkPolicy;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the verdict points of subjects in the same situation.
final class PointFinder {
  /// The state if a label with a generated value decides whether a policy applies.
  private static final LoggingState BY_LABEL =
      new LoggingState.Unknown(
          CommonCause.GENERATED_LABEL,
          "compare no label in the selector whose value the cluster makes up");

  private static final Reason DEFAULT_DENY = new Reason.DefaultDeny();

  private final String namespace;
  private final KnownLabels labels;
  private final NamespacePolicies policies;
  private final UndeclaredPorts undeclared;
  private final ClusterRules cluster;
  private final Function<Point, LoggingState> judge;
  private final LoggingState namespaceUnknown;
  private final TransformedStates transformed;
  private final Set<AdminStage> stages = new HashSet<>();
  private final PointList.Shared shared = new PointList.Shared();
  private final @Nullable Reason[] allowing;

  /// @param labels the known labels of the namespace
  /// @param judge the platform
  /// @param namespaceUnknown the state if it depends on unknown labels
  PointFinder(
      String namespace,
      KnownLabels labels,
      NamespacePolicies policies,
      UndeclaredPorts undeclared,
      ClusterRules cluster,
      Function<Point, LoggingState> judge,
      LoggingState namespaceUnknown,
      TransformedStates transformed) {
    this.namespace = namespace;
    this.labels = labels;
    this.policies = policies;
    this.undeclared = undeclared;
    this.allowing = new Reason[policies.all().size()];
    this.cluster = cluster;
    this.judge = judge;
    this.namespaceUnknown = namespaceUnknown;
    this.transformed = transformed;
  }

  /// The stages of cluster-scoped policies that apply to subjects.
  Set<AdminStage> stages() {
    return stages;
  }

  /// The points, ingress first; in each direction in the order in which policies are evaluated.
  List<JudgedPoint> points(Situation situation) {
    PointList.Builder points =
        new PointList.Builder(
            shared, (point, state) -> transformed.of(point, situation.transformed(), state));
    for (Direction direction : Direction.values()) {
      points(situation, direction, points);
    }
    return points.build();
  }

  private void points(Situation situation, Direction direction, PointList.Builder points) {
    PolicyViews views = new PolicyViews(situation, policies, cluster, direction);
    boolean windows = situation.windows();
    for (ClusterPolicy policy : cluster.possible(situation.standing())) {
      if (!cluster.isBehind(policy) || !views.isolateFrom(policy)) {
        possible(policy, direction, windows, points);
      }
    }
    if (views.isReal()) {
      acting(views.all(), direction, windows, points);
    } else {
      for (ClusterPolicy policy : cluster.certain(situation.standing())) {
        acting(policy, views, direction, windows, points);
      }
    }
    isolated(views, direction, windows, points);
  }

  /// The rules of cluster-scoped policies that decide any connection of a workload.
  private void acting(
      ApplicablePolicies applied, Direction direction, boolean windows, PointList.Builder points) {
    for (AdminStage stage : applied.stages().before()) {
      stages.add(stage);
      for (AdminStage.Rule rule : stage.acting()) {
        acting(rule, true, applied, direction, windows, points);
      }
    }
    if (applied.certain().isEmpty()) {
      for (AdminStage stage : applied.stages().behind()) {
        stages.add(stage);
        for (AdminStage.Rule rule : stage.acting()) {
          acting(rule, applied.isEmpty(), applied, direction, windows, points);
        }
      }
    }
  }

  /// The rules of one policy that decide any connection of a virtual subject.
  private void acting(
      ClusterPolicy policy,
      PolicyViews views,
      Direction direction,
      boolean windows,
      PointList.Builder points) {
    boolean behind = cluster.isBehind(policy);
    if (behind && views.isolateFrom(policy)) {
      return;
    }
    ApplicablePolicies seen = views.of(policy);
    for (AdminStage stage : behind ? seen.stages().behind() : seen.stages().before()) {
      stages.add(stage);
      for (AdminStage.Rule rule : stage.acting()) {
        if (rule.policy().equals(policy)) {
          acting(rule, true, seen, direction, windows, points);
        }
      }
    }
  }

  /// @param asked whether the tier is certainly evaluated
  private void acting(
      AdminStage.Rule rule,
      boolean asked,
      ApplicablePolicies applied,
      Direction direction,
      boolean windows,
      PointList.Builder points) {
    Point point = point(direction, rule.verdict(), rule.reason(), windows, applied);
    points.add(point, asked || !rule.policy().installed() ? judge.apply(point) : BY_LABEL);
  }

  /// The points of NetworkPolicies.
  private void isolated(
      PolicyViews views, Direction direction, boolean windows, PointList.Builder points) {
    boolean real = direction == Direction.INGRESS && views.isReal();
    BitSet certain = views.all().certain();
    for (int i = certain.nextSetBit(0); i >= 0; i = certain.nextSetBit(i + 1)) {
      ApplicablePolicies seen = views.of(i);
      Truth acts = seen.acts(i);
      boolean unresolved = real && undeclared.areNamedBy(i);
      if (acts != Truth.FALSE || unresolved) {
        Point point = point(direction, Verdict.ALLOW, reason(i), windows, seen);
        points.add(
            point, unresolved ? UndeclaredPorts.state(point, acts, judge) : judge.apply(point));
      }
    }
    BitSet maybe = views.all().maybe();
    for (int i = maybe.nextSetBit(0); i >= 0; i = maybe.nextSetBit(i + 1)) {
      ApplicablePolicies seen = views.of(i);
      if (seen.acts(i) != Truth.FALSE || (real && undeclared.areNamedBy(i))) {
        points.add(point(direction, Verdict.ALLOW, reason(i), windows, seen), BY_LABEL);
      }
    }
    if (views.isReal()) {
      denied(views.all(), direction, windows, points);
      return;
    }
    List<ApplicablePolicies> denying =
        views.givers().stream().filter(ApplicablePolicies::mayDeny).toList();
    if (!denying.isEmpty()) {
      Point point = point(direction, Verdict.DENY, DEFAULT_DENY, windows, views.union(denying));
      judged(point, points);
    }
  }

  private void denied(
      ApplicablePolicies applied, Direction direction, boolean windows, PointList.Builder points) {
    if (!applied.mayDeny()) {
      return;
    }
    Point point = point(direction, Verdict.DENY, DEFAULT_DENY, windows, applied);
    points.add(
        point,
        switch (applied.alwaysDenies()) {
          case TRUE -> judge.apply(point);
          case FALSE -> BY_LABEL;
          case UNKNOWN -> worse(judge.apply(point));
        });
  }

  /// The worse of a state and of an unknown label, if the search gave up.
  private static LoggingState worse(LoggingState judged) {
    return judged instanceof LoggingState.Logged ? BY_LABEL : judged;
  }

  /// The rules of a policy that may or may not apply: each may decide connections, and none removes
  /// connections from later policies.
  private void possible(
      ClusterPolicy possible, Direction direction, boolean windows, PointList.Builder points) {
    AdminPolicy policy = possible.policy();
    LoggingState unknown =
        policy.namespaces().matches(labels) == Truth.UNKNOWN ? namespaceUnknown : BY_LABEL;
    for (AdminRule rule : policy.rules(direction)) {
      Point point =
          new Point(
              namespace,
              direction,
              ClusterRules.verdict(rule),
              new Reason.AdminRule(policy.resource(), direction, rule.index()),
              windows,
              AppliedPolicies.NONE);
      points.add(point, possible.installed() ? unknown : judge.apply(point));
    }
  }

  private Reason reason(int policy) {
    Reason known = allowing[policy];
    if (known == null) {
      NetworkPolicy selected = policies.get(policy);
      String text = ResourceId.reference("NetworkPolicy", namespace, selected.name());
      known = new Reason.Allowing(selected.resource(), text);
      allowing[policy] = known;
    }
    return known;
  }

  private Point point(
      Direction direction,
      Verdict verdict,
      Reason reason,
      boolean windows,
      ApplicablePolicies applied) {
    return new Point(namespace, direction, verdict, reason, windows, applied);
  }

  private void judged(Point point, PointList.Builder points) {
    points.add(point, judge.apply(point));
  }
}
