package dev.netlog.platform;

import dev.netlog.network.Direction;
import org.jspecify.annotations.Nullable;

/// One verdict that policies can give, for all subjects in the same situation: the unit of logging
/// coverage (`verdict point`).
///
/// @param namespace of the subject; empty for the cluster as a whole
/// @param direction null where it has none
/// @param verdict what happens to the connections
/// @param reason what it comes from
/// @param windows whether the subject is pinned to Windows nodes
/// @param applied the NetworkPolicies that apply to the subject in this direction
public record Point(
    String namespace,
    @Nullable Direction direction,
    Verdict verdict,
    Reason reason,
    boolean windows,
    AppliedPolicies applied) {}
