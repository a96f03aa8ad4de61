package dev.netlog.coverage.witness;

import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Truth;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PolicyRule;
import dev.netlog.policy.PortNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Predicts what happens to one connection on one side, policy by policy.
public final class Predictor {
  private final boolean blocksMatchPods;
  private final List<AdminPolicy> clusterPolicies;

  /// @param clusterPolicies those that are installed, in the order in which they are asked, the
  ///   baseline last
  public Predictor(boolean blocksMatchPods, List<AdminPolicy> clusterPolicies) {
    this.blocksMatchPods = blocksMatchPods;
    this.clusterPolicies = List.copyOf(clusterPolicies);
  }

  /// A pod on the side that is asked about.
  ///
  /// @param policies the NetworkPolicies of its namespace
  public record End(
      String namespace,
      KnownLabels namespaceLabels,
      KnownLabels labels,
      PortNames ports,
      List<NetworkPolicy> policies) {}

  /// What the policies of one end make of a connection to or from a peer.
  public Prediction predict(End end, Direction direction, Connection connection) {
    ConnectionMatch match =
        new ConnectionMatch(blocksMatchPods, end.namespace(), direction, end.ports());
    Prediction before = admin(end, direction, connection, match, false);
    if (before != null) {
      return before;
    }
    List<NetworkPolicy> applied =
        end.policies().stream()
            .filter(policy -> policy.isolates(direction))
            .filter(policy -> policy.selector().matches(end.labels()) == Truth.TRUE)
            .toList();
    if (!applied.isEmpty()) {
      return isolated(applied, direction, connection, match);
    }
    Prediction behind = admin(end, direction, connection, match, true);
    return behind == null ? Prediction.UNGOVERNED : behind;
  }

  private static Prediction isolated(
      List<NetworkPolicy> applied,
      Direction direction,
      Connection connection,
      ConnectionMatch match) {
    List<Reason> reasons = new ArrayList<>();
    for (NetworkPolicy policy : applied) {
      for (PolicyRule rule : policy.rules(direction)) {
        if (match.matches(rule, connection)) {
          reasons.add(new Reason.Allowing(policy.resource(), Names.reference(policy.resource())));
          break;
        }
      }
    }
    return reasons.isEmpty()
        ? new Prediction(true, Verdict.DENY, List.of(new Reason.DefaultDeny()))
        : new Prediction(true, Verdict.ALLOW, reasons);
  }

  /// The verdict of the first rule that matches; null where none does or it passes the connection
  /// on.
  private @Nullable Prediction admin(
      End end,
      Direction direction,
      Connection connection,
      ConnectionMatch match,
      boolean baseline) {
    List<Reason> reasons = new ArrayList<>();
    Verdict verdict = null;
    int priority = 0;
    for (AdminPolicy policy : clusterPolicies) {
      if (policy.baseline() != baseline
          || policy.appliesTo(end.namespaceLabels(), end.labels()) != Truth.TRUE) {
        continue;
      }
      if (verdict != null && policy.priority() != priority) {
        break;
      }
      int rule = first(policy.rules(direction), connection, match);
      if (rule < 0) {
        continue;
      }
      Verdict own = ClusterRules.verdict(policy.rules(direction).get(rule));
      if (verdict != null && verdict != own) {
        return Prediction.UNKNOWN;
      }
      verdict = own;
      priority = policy.priority();
      reasons.add(new Reason.AdminRule(policy.resource(), direction, rule));
    }
    return verdict == null || verdict == Verdict.PASS
        ? null
        : new Prediction(true, verdict, reasons);
  }

  private static int first(List<AdminRule> rules, Connection connection, ConnectionMatch match) {
    for (int i = 0; i < rules.size(); i++) {
      if (match.matches(rules.get(i).connections(), connection)) {
        return i;
      }
    }
    return -1;
  }
}
