package dev.netlog.platform.ovn;

import java.util.List;

/// A member of an EgressFirewall with a closed set of values, and the values that slip through its
/// pattern.
///
/// Source:
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/crd/egressfirewall/v1/types.go).
enum EgressFirewallMember {
  TYPE("type", List.of("Allow", "Deny"), "drops whatever the rule matches"),
  PROTOCOL("protocol", List.of("TCP", "UDP", "SCTP"), "leaves the port out of the match");

  private final String key;
  private final List<String> choices;
  private final String consequence;

  EgressFirewallMember(String key, List<String> choices, String consequence) {
    this.key = key;
    this.choices = choices;
    this.consequence = consequence;
  }

  /// The member's name.
  String key() {
    return key;
  }

  /// What OVN-Kubernetes knows, exactly.
  List<String> choices() {
    return choices;
  }

  /// What OVN-Kubernetes does with any other value, to follow "and" in a message.
  String consequence() {
    return consequence;
  }

  /// Whether the API server stores a value: the CRD's pattern is an alternation whose first branch
  /// is anchored in front, whose last at the end, and the one between nowhere.
  boolean passesPattern(String text) {
    return text.startsWith(choices.getFirst())
        || text.endsWith(choices.getLast())
        || (choices.size() > 2 && text.contains(choices.get(1)));
  }
}
