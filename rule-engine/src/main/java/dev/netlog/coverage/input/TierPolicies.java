package dev.netlog.coverage.input;

import dev.netlog.policy.Tier;
import java.util.List;

/// The cluster-scoped policies of a tier.
///
/// @param tier the tier
/// @param policies in the order of evaluation; none for NetworkPolicies, which belong to a
///   namespace
public record TierPolicies(Tier tier, List<ClusterPolicy> policies) {
  public TierPolicies {
    policies = List.copyOf(policies);
  }
}
