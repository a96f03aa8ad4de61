package dev.netlog.coverage.input;

import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorts the cluster-scoped policies of a target by the order in which its platform evaluates them.
final class PolicyOrder {
  private static final Comparator<AdminPolicy> BY_PRIORITY =
      Comparator.comparingInt(AdminPolicy::priority).thenComparing(AdminPolicy::name);

  private final TargetInput target;
  private final List<TierPolicies> tiers = new ArrayList<>();
  private int policies;
  private int objects;

  private PolicyOrder(TargetInput target) {
    this.target = target;
  }

  static List<TierPolicies> of(TargetInput target) {
    PolicyOrder order = new PolicyOrder(target);
    target.platform().enforcement().tiers().forEach(order::add);
    return order.tiers;
  }

  private void add(Tier tier) {
    List<ClusterPolicy> ranked = new ArrayList<>();
    boolean ties = tier instanceof Tier.Admin admin && admin.ties() == Tier.Ties.UNDEFINED;
    int rank = -1;
    @Nullable AdminPolicy previous = null;
    for (AdminPolicy policy : target.adminPolicies(tier).stream().sorted(BY_PRIORITY).toList()) {
      boolean same = previous != null && previous.resource().equals(policy.resource());
      if (!same) {
        objects++;
      }
      if (!same && !(previous != null && ties && previous.priority() == policy.priority())) {
        rank++;
      }
      boolean installed = target.platform().notProgrammed(policy.resource()) == null;
      ranked.add(new ClusterPolicy(policies, tiers.size(), rank, objects, policy, installed));
      policies++;
      previous = policy;
    }
    tiers.add(new TierPolicies(tier, ranked));
  }
}
