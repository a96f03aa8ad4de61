package dev.netlog.platform;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.policy.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which policies a platform enforces, and in which order.
///
/// @param blocksMatchPods whether an `ipBlock` matches the addresses of pods too
/// @param tiers the policies whose verdicts netlog works out pod by pod, in the order in which the
///   platform asks them; NetworkPolicies are one of the tiers
/// @param namespacePolicies policy kinds of its own that it answers for by
///   [Platform#namespaceVerdicts(String, dev.netlog.inventory.Inventory)]; a namespace has one of a
///   kind, and reports call it by the namespace
/// @param ownSettings kinds of its own, cluster-scoped and no policies, that logging depends on
/// @param unmodelled policy kinds that it enforces and netlog does not model
public record Enforcement(
    boolean blocksMatchPods,
    List<Tier> tiers,
    Set<GroupKind> namespacePolicies,
    Set<GroupKind> ownSettings,
    Set<GroupKind> unmodelled) {

  public Enforcement {
    tiers = List.copyOf(tiers);
    namespacePolicies = Set.copyOf(namespacePolicies);
    ownSettings = Set.copyOf(ownSettings);
    unmodelled = Set.copyOf(unmodelled);
    if (tiers.stream().filter(Tier.NetworkPolicies.class::isInstance).count() != 1) {
      throw new IllegalArgumentException("NetworkPolicies have to be one of the tiers, once");
    }
  }

  /// Whether the platform enforces policies of this kind, modelled or not.
  public boolean hasPolicies(GroupKind kind) {
    return kind.equals(KubernetesKinds.NETWORK_POLICY)
        || hasTierOf(kind)
        || namespacePolicies.contains(kind)
        || unmodelled.contains(kind);
  }

  /// The kinds of policies that the platform enforces, modelled or not.
  public Set<GroupKind> policyKinds() {
    Set<GroupKind> kinds = new HashSet<>(namespacePolicies);
    kinds.add(KubernetesKinds.NETWORK_POLICY);
    kinds.addAll(unmodelled);
    for (Tier tier : tiers) {
      if (tier instanceof Tier.Admin admin) {
        kinds.addAll(admin.readers().keySet());
      }
    }
    return kinds;
  }

  /// Whether a tier has cluster-scoped policies of this kind.
  public boolean hasTierOf(GroupKind kind) {
    for (Tier tier : tiers) {
      if (tier instanceof Tier.Admin admin && admin.readers().containsKey(kind)) {
        return true;
      }
    }
    return false;
  }
}
