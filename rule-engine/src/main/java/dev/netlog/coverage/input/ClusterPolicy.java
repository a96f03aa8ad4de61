package dev.netlog.coverage.input;

import dev.netlog.policy.AdminPolicy;

/// A cluster-scoped policy in the evaluation order of a target.
///
/// @param order its index in that order, from 0
/// @param tier the index of its tier among those of the platform
/// @param rank its rank in the tier; the order of policies of the same rank is undefined
/// @param object the number of its object: an object whose rules have their own subjects gives
///   several policies, which are evaluated one after the other
/// @param policy the policy
/// @param installed whether the platform installs it; otherwise it has no effect
public record ClusterPolicy(
    int order, int tier, int rank, int object, AdminPolicy policy, boolean installed) {}
