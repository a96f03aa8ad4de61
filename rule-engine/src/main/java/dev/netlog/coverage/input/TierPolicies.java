package dev.netlog.coverage.input;

import dev.netlog.policy.Tier;
import java.util.List;

/// The cluster-scoped policies of a tier.
///
/// @param tier the tier
/// @param policies in the order in which they are asked; none for NetworkPolicies, which are those
///   of a namespace
public record TierPolicies(Tier tier, List<ClusterPolicy> policies) {
  public TierPolicies {
    policies = List.copyOf(policies);
  }
}
