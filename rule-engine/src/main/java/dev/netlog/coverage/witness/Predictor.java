package dev.netlog.coverage.witness;

import dev.netlog.coverage.input.ClusterPolicy;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.TierPolicies;
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
import dev.netlog.policy.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Predicts what happens to one connection on one side, policy by policy.
public final class Predictor {
  private final boolean blocksMatchPods;
  private final List<TierPolicies> tiers;

  /// @param tiers in the order in which they are evaluated
  public Predictor(boolean blocksMatchPods, List<TierPolicies> tiers) {
    this.blocksMatchPods = blocksMatchPods;
    this.tiers = List.copyOf(tiers);
  }

  /// A pod at the end of the connection that is predicted.
  ///
  /// @param policies the NetworkPolicies of its namespace
  public record End(
      String namespace,
      KnownLabels namespaceLabels,
      KnownLabels labels,
      PortNames ports,
      List<NetworkPolicy> policies) {}

  /// The decision of the policies of one end on a connection to or from a peer.
  public Prediction predict(End end, Direction direction, Connection connection) {
    ConnectionMatch match =
        new ConnectionMatch(blocksMatchPods, end.namespace(), direction, end.ports());
    for (TierPolicies tier : tiers) {
      Prediction decided =
          switch (tier.tier()) {
            case Tier.Admin _ -> admin(tier.policies(), end, direction, connection, match);
            case Tier.NetworkPolicies _ -> isolated(end, direction, connection, match);
          };
      if (decided != null) {
        return decided;
      }
    }
    return Prediction.UNGOVERNED;
  }

  /// The verdict of NetworkPolicies; null if none isolates the end.
  private static @Nullable Prediction isolated(
      End end, Direction direction, Connection connection, ConnectionMatch match) {
    List<NetworkPolicy> applied =
        end.policies().stream()
            .filter(policy -> policy.isolates(direction))
            .filter(policy -> policy.selector().matches(end.labels()) == Truth.TRUE)
            .toList();
    if (applied.isEmpty()) {
      return null;
    }
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

  /// The verdict of the first rule that matches; null if none does or it passes the connection on.
  private static @Nullable Prediction admin(
      List<ClusterPolicy> policies,
      End end,
      Direction direction,
      Connection connection,
      ConnectionMatch match) {
    List<Reason> reasons = new ArrayList<>();
    Verdict verdict = null;
    int rank = -1;
    int object = -1;
    for (ClusterPolicy each : policies) {
      AdminPolicy policy = each.policy();
      if (!each.installed()
          || each.object() == object
          || policy.appliesTo(end.namespaceLabels(), end.labels()) != Truth.TRUE) {
        continue;
      }
      if (verdict != null && each.rank() != rank) {
        break;
      }
      AdminRule rule = first(policy.rules(direction), connection, match);
      if (rule == null) {
        continue;
      }
      Verdict own = ClusterRules.verdict(rule);
      if (verdict != null && verdict != own) {
        return Prediction.UNKNOWN;
      }
      verdict = own;
      rank = each.rank();
      object = each.object();
      reasons.add(new Reason.AdminRule(policy.resource(), direction, rule.index()));
    }
    return verdict == null || verdict == Verdict.PASS
        ? null
        : new Prediction(true, verdict, reasons);
  }

  private static @Nullable AdminRule first(
      List<AdminRule> rules, Connection connection, ConnectionMatch match) {
    for (AdminRule rule : rules) {
      if (match.matches(rule.connections(), connection)) {
        return rule;
      }
    }
    return null;
  }
}
