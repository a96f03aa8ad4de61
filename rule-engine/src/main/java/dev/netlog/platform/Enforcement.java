package dev.netlog.platform;

import dev.netlog.model.GroupKind;
import java.util.Set;

/// What a platform makes of the policy kinds.
///
/// @param blocksMatchPods whether an `ipBlock` matches the addresses of pods too
/// @param adminPolicies whether AdminNetworkPolicy and BaselineAdminNetworkPolicy are enforced as
///   netlog models them
/// @param unmodelled policy kinds that it enforces and netlog does not model
public record Enforcement(
    boolean blocksMatchPods, boolean adminPolicies, Set<GroupKind> unmodelled) {
  public Enforcement {
    unmodelled = Set.copyOf(unmodelled);
  }
}
