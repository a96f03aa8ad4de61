package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.Labels;
import dev.netlog.network.Truth;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.NetworkPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Finds the verdict points of subjects in one situation.
final class PointFinder {
  /// A label whose value the cluster makes up decides whether a policy applies.
  private static final LoggingState BY_LABEL =
      new LoggingState.Unknown(
          "generated-label", "a selector that asks for no label which the cluster makes up");

  private final String namespace;
  private final Labels labels;
  private final NamespacePolicies policies;
  private final ClusterRules cluster;
  private final Function<Point, LoggingState> judge;
  private final Set<AdminStage> stages = new HashSet<>();
  private final IdentityHashMap<Resource, Reason> allowing = new IdentityHashMap<>();

  /// @param labels what is known of the namespace's labels
  /// @param judge the platform
  PointFinder(
      String namespace,
      Labels labels,
      NamespacePolicies policies,
      ClusterRules cluster,
      Function<Point, LoggingState> judge) {
    this.namespace = namespace;
    this.labels = labels;
    this.policies = policies;
    this.cluster = cluster;
    this.judge = judge;
  }

  /// The stages of cluster-scoped policies that subjects met.
  Set<AdminStage> stages() {
    return stages;
  }

  /// The points, ingress first; in each direction in the order in which policies are asked.
  List<JudgedPoint> points(Situation situation) {
    List<JudgedPoint> points = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      points(situation, direction, points);
    }
    return points;
  }

  private void points(Situation situation, Direction direction, List<JudgedPoint> points) {
    Applied applied = situation.applied(policies, cluster, direction);
    boolean windows = situation.windows();
    for (AdminPolicy policy : situation.standing().possible()) {
      if (!policy.baseline() || applied.certain().isEmpty()) {
        possible(policy, direction, windows, points);
      }
    }
    acting(applied.before(), applied, direction, windows, points);
    if (applied.certain().isEmpty()) {
      if (applied.isEmpty()) {
        acting(applied.behind(), applied, direction, windows, points);
      } else {
        stages.add(applied.behind());
        applied
            .behind()
            .acting()
            .forEach(
                rule ->
                    points.add(
                        unknown(direction, rule.verdict(), rule.reason(), windows, applied)));
      }
    }
    isolated(applied, direction, windows, points);
  }

  /// The rules that decide something before, or behind, NetworkPolicies.
  private void acting(
      AdminStage stage,
      Applied applied,
      Direction direction,
      boolean windows,
      List<JudgedPoint> points) {
    stages.add(stage);
    for (AdminStage.Rule rule : stage.acting()) {
      points.add(judged(point(direction, rule.verdict(), rule.reason(), windows, applied)));
    }
  }

  /// The points of NetworkPolicies.
  private void isolated(
      Applied applied, Direction direction, boolean windows, List<JudgedPoint> points) {
    BitSet certain = applied.certain();
    for (int i = certain.nextSetBit(0); i >= 0; i = certain.nextSetBit(i + 1)) {
      if (applied.acts(i)) {
        points.add(judged(point(direction, Verdict.ALLOW, reason(i), windows, applied)));
      }
    }
    BitSet maybe = applied.maybe();
    for (int i = maybe.nextSetBit(0); i >= 0; i = maybe.nextSetBit(i + 1)) {
      if (applied.acts(i)) {
        points.add(unknown(direction, Verdict.ALLOW, reason(i), windows, applied));
      }
    }
    if (!applied.isEmpty()) {
      denied(applied, direction, windows, points);
    }
  }

  private void denied(
      Applied applied, Direction direction, boolean windows, List<JudgedPoint> points) {
    if (!applied.mayDeny()) {
      return;
    }
    Reason reason = new Reason.DefaultDeny();
    BitSet all = (BitSet) applied.certain().clone();
    all.or(applied.maybe());
    boolean sure =
        !applied.certain().isEmpty() && (applied.maybe().isEmpty() || applied.denies(all));
    points.add(
        sure
            ? judged(point(direction, Verdict.DENY, reason, windows, applied))
            : unknown(direction, Verdict.DENY, reason, windows, applied));
  }

  /// The rules of a policy of which it is not known whether it applies: each may decide something,
  /// and none takes anything from the policies behind it.
  private void possible(
      AdminPolicy policy, Direction direction, boolean windows, List<JudgedPoint> points) {
    LoggingState state =
        policy.namespaces().matches(labels) == Truth.UNKNOWN
            ? new LoggingState.Unknown("namespace-unknown", "the Namespace object of " + namespace)
            : BY_LABEL;
    List<AdminRule> rules = policy.rules(direction);
    for (int i = 0; i < rules.size(); i++) {
      Point point =
          new Point(
              namespace,
              direction,
              ClusterRules.verdict(rules.get(i)),
              new Reason.AdminRule(policy.resource(), direction, i),
              windows,
              AppliedPolicies.NONE);
      points.add(JudgedPoint.of(point, state));
    }
  }

  private Reason reason(int policy) {
    NetworkPolicy selected = policies.get(policy);
    return allowing.computeIfAbsent(
        selected.resource(),
        resource ->
            new Reason.Allowing(resource, "NetworkPolicy/" + namespace + "/" + selected.name()));
  }

  private Point point(
      Direction direction, Verdict verdict, Reason reason, boolean windows, Applied applied) {
    return new Point(namespace, direction, verdict, reason, windows, applied);
  }

  private JudgedPoint judged(Point point) {
    return JudgedPoint.of(point, judge.apply(point));
  }

  private JudgedPoint unknown(
      Direction direction, Verdict verdict, Reason reason, boolean windows, Applied applied) {
    return JudgedPoint.of(point(direction, verdict, reason, windows, applied), BY_LABEL);
  }
}
