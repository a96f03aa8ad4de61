package dev.netlog.policy;

import dev.netlog.model.KubernetesKinds;
import java.util.List;
import java.util.Map;

/// The tiers of the Kubernetes APIs.
///
/// Source: [network-policy-api](https://network-policy-api.sigs.k8s.io/reference/spec/). It does
/// not define the order of policies with the same priority.
public final class Tiers {
  /// The tier of NetworkPolicies.
  public static final Tier NETWORK_POLICIES = new Tier.NetworkPolicies();

  /// The tier of AdminNetworkPolicies.
  public static final Tier ADMIN =
      new Tier.Admin(
          "Admin",
          Map.of(KubernetesKinds.ADMIN_NETWORK_POLICY, policy -> List.of(AdminPolicy.read(policy))),
          Tier.Ties.UNDEFINED);

  /// The tier of the BaselineAdminNetworkPolicy.
  public static final Tier BASELINE =
      new Tier.Admin(
          "Baseline",
          Map.of(
              KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
              policy ->
                  Names.name(policy).equals(AdminPolicy.BASELINE_NAME)
                      ? List.of(AdminPolicy.read(policy))
                      : List.of()),
          Tier.Ties.UNDEFINED);

  private Tiers() {}

  /// A platform that enforces only NetworkPolicies.
  public static List<Tier> onlyNetworkPolicies() {
    return List.of(NETWORK_POLICIES);
  }

  /// A platform that enforces the admin policies of network-policy-api v1alpha1 too.
  public static List<Tier> withAdminPolicies() {
    return List.of(ADMIN, NETWORK_POLICIES, BASELINE);
  }
}
