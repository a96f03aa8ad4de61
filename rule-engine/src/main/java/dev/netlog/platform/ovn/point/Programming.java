package dev.netlog.platform.ovn.point;

import static dev.netlog.model.KubernetesKinds.ADMIN_NETWORK_POLICY;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.egress.EgressFirewallCheck;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.policy.WholeNumbers;
import org.jspecify.annotations.Nullable;

/// Whether OVN-Kubernetes installs a policy that the API server stores.
///
/// Sources: `setAdminNetworkPolicyKey` and `newAdminNetworkPolicy` in
/// [admin_network_policy](https://github.com/ovn-kubernetes/ovn-kubernetes/tree/master/go-controller/pkg/ovn/controller/admin_network_policy),
/// `newEgressFirewallRule` in
/// [egressfirewall.go](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/ovn/controller/egressfirewall/egressfirewall.go).
///
/// @param fault the state of all its points where it does not, else null
/// @param obstacle what keeps it out where that is not the annotation, else null
record Programming(@Nullable LoggingState fault, @Nullable Obstacle obstacle) {
  private static final int LAST_PRIORITY = OvnKinds.LAST_ADMIN_PRIORITY;

  private static final Programming INSTALLED = new Programming(null, null);
  private static final Programming BROKEN = new Programming(LoggingState.INVALID_ANNOTATION, null);

  private static final JsonPointer PRIORITY = JsonPointer.of("spec", "priority");

  /// Something in a policy that OVN-Kubernetes cannot install.
  ///
  /// @param at where
  /// @param problem what it is: `priority 150 is above 99`
  /// @param remedy what to write instead, an imperative
  /// @param line the setting to write
  record Obstacle(JsonPointer at, String problem, String remedy, String line) {}

  static Programming of(Resource policy) {
    AclReader reader = AclReader.of(policy);
    if (reader != null && reader.programsPolicy() && isBroken(policy)) {
      return BROKEN;
    }
    Obstacle obstacle =
        policy.is(ADMIN_NETWORK_POLICY)
            ? tooLate(policy)
            : policy.is(OvnKinds.EGRESS_FIREWALL) ? unreadable(policy) : null;
    return obstacle == null ? INSTALLED : new Programming(LoggingState.NOT_PROGRAMMED, obstacle);
  }

  private static boolean isBroken(Resource policy) {
    Value value = policy.annotations().get(AclKey.KEY);
    if (value == null || value instanceof Value.Null) {
      return false;
    }
    AclAnnotation annotation = AclAnnotation.of(policy);
    return annotation == null || annotation.levels().error();
  }

  private static @Nullable Obstacle tooLate(Resource policy) {
    Long priority =
        policy.content().at(PRIORITY) instanceof Value.Numeral(String literal)
            ? WholeNumbers.of(literal)
            : null;
    return priority == null || priority <= LAST_PRIORITY
        ? null
        : new Obstacle(
            PRIORITY,
            "priority " + priority + " is above " + LAST_PRIORITY,
            "use a priority from 0 to " + LAST_PRIORITY,
            "priority: " + LAST_PRIORITY);
  }

  /// One rule that cannot be installed keeps all of them out.
  private static @Nullable Obstacle unreadable(Resource firewall) {
    return EgressFirewallCheck.notProgrammed(firewall).stream()
        .findFirst()
        .map(
            problem ->
                new Obstacle(
                    problem.at(),
                    "the rule at " + problem.at() + " cannot be installed",
                    "correct the rule that netlog lint names",
                    "cidrSelector: 192.0.2.0/24"))
        .orElse(null);
  }
}
