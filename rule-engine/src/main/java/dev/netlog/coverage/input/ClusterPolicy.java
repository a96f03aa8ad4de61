package dev.netlog.coverage.input;

import dev.netlog.policy.AdminPolicy;

/// A cluster-scoped policy in the order in which the policies of a target are asked.
///
/// @param order its place in that order, from 0
/// @param tier the place of its tier among those of the platform
/// @param rank its place in the tier; policies of one rank are asked in any order
/// @param object the number of its object: an object whose rules have subjects of their own gives
///   several policies, which are asked one after the other
/// @param policy the policy
/// @param installed whether the platform installs it; otherwise it decides nothing
public record ClusterPolicy(
    int order, int tier, int rank, int object, AdminPolicy policy, boolean installed) {}
