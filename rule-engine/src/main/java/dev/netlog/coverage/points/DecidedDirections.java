package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.coverage.input.AdminStages;
import dev.netlog.coverage.input.ClusterPolicy;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.ClusterRules.Standing;
import dev.netlog.network.Direction;
import dev.netlog.network.sets.Search;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.PortNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the directions in which every connection of a subject certainly has a verdict: a
/// NetworkPolicy applies, or rules of cluster-scoped policies leave nothing undecided.
///
/// A search that exceeds its budget counts as one that finds an undecided connection. Not safe for
/// use by several threads.
final class DecidedDirections {
  private final NamespacePolicies policies;
  private final ClusterRules cluster;
  private final Map<AdminStage, Boolean> decidesAll = new HashMap<>();

  DecidedDirections(NamespacePolicies policies, ClusterRules cluster) {
    this.policies = policies;
    this.cluster = cluster;
  }

  /// The directions for subjects in one situation.
  Set<Direction> of(Situation situation) {
    Set<Direction> decided = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if (!policies.isolating(situation.certain(), direction).isEmpty()
          || isDecidedByAdmins(situation, direction)) {
        decided.add(direction);
      }
    }
    return decided;
  }

  private boolean isDecidedByAdmins(Situation situation, Direction direction) {
    Standing standing = situation.standing();
    return decidesAll(standing.certain(), direction, situation.names())
        && cluster.possible(standing).stream()
            .filter(policy -> policy.installed() && passes(policy.policy(), direction))
            .allMatch(
                policy ->
                    decidesAll(with(standing.certain(), policy), direction, situation.names()));
  }

  /// Whether a policy has a rule that can leave more connections undecided than there are without
  /// the policy.
  private static boolean passes(AdminPolicy policy, Direction direction) {
    return policy.rules(direction).stream().anyMatch(r -> r.action() == AdminRule.Action.PASS);
  }

  private static List<Integer> with(List<Integer> certain, ClusterPolicy possible) {
    List<Integer> all = new ArrayList<>(certain);
    all.add(possible.order());
    all.sort(null);
    return all;
  }

  private boolean decidesAll(List<Integer> applying, Direction direction, PortNames names) {
    AdminStages stages = cluster.stages(new Standing(applying, List.of()), direction, names);
    AdminStage last = stages.behind().isEmpty() ? stages.last() : stages.behind().getLast();
    return !last.decidesNothing()
        && decidesAll.computeIfAbsent(
            last,
            _ ->
                last.open(policies.everything(), List.of(), policies.questions().search())
                    instanceof Search.Answer.None);
  }
}
