package dev.netlog.platform;

import dev.netlog.model.GroupKind;
import java.util.Set;

/// What a platform makes of the policy kinds.
///
/// @param blocksMatchPods whether an `ipBlock` matches the addresses of pods too
/// @param adminPolicies whether AdminNetworkPolicy and BaselineAdminNetworkPolicy are enforced as
///   netlog models them
/// @param ownPolicies policy kinds of its own that it answers for by
///   [Platform#namespaceVerdicts(String, dev.netlog.inventory.Inventory)]; a namespace has one of a
///   kind, and reports call it by the namespace
/// @param ownSettings kinds of its own, cluster-scoped and no policies, that logging depends on
/// @param unmodelled policy kinds that it enforces and netlog does not model
public record Enforcement(
    boolean blocksMatchPods,
    boolean adminPolicies,
    Set<GroupKind> ownPolicies,
    Set<GroupKind> ownSettings,
    Set<GroupKind> unmodelled) {

  public Enforcement {
    ownPolicies = Set.copyOf(ownPolicies);
    ownSettings = Set.copyOf(ownSettings);
    unmodelled = Set.copyOf(unmodelled);
  }
}
