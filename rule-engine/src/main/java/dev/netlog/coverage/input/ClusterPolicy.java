package dev.netlog.coverage.input;

import dev.netlog.policy.AdminPolicy;

/// A cluster-scoped policy in the order in which the policies of a target are asked.
///
/// @param order its place in that order, from 0
/// @param policy the policy
/// @param installed whether the platform installs it; otherwise it decides nothing
public record ClusterPolicy(int order, AdminPolicy policy, boolean installed) {
  int priority() {
    return policy.priority();
  }
}
