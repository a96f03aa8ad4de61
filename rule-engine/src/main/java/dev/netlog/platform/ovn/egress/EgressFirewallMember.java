package dev.netlog.platform.ovn.egress;

import java.util.List;

/// A member of an EgressFirewall with a closed set of values.
///
/// Source:
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/crd/egressfirewall/v1/types.go).
///
/// @param key its name
/// @param choices what OVN-Kubernetes knows, exactly
/// @param consequence what OVN-Kubernetes does with any other value, to follow "and" in a message
record EgressFirewallMember(String key, List<String> choices, String consequence) {
  static final EgressFirewallMember TYPE =
      new EgressFirewallMember("type", List.of("Allow", "Deny"), "drops whatever the rule matches");

  static final EgressFirewallMember PROTOCOL =
      new EgressFirewallMember(
          "protocol", List.of("TCP", "UDP", "SCTP"), "leaves the port out of the match");

  EgressFirewallMember {
    choices = List.copyOf(choices);
  }

  /// Whether the API server stores a value: the CRD's pattern is an alternation whose first branch
  /// is anchored in front, whose last at the end, and the one between nowhere.
  boolean passesPattern(String text) {
    return text.startsWith(choices.getFirst())
        || text.endsWith(choices.getLast())
        || (choices.size() > 2 && text.contains(choices.get(1)));
  }
}
