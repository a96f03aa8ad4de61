package dev.netlog.coverage.compare;

import dev.netlog.network.Ranges;
import dev.netlog.policy.PeerClause;
import dev.netlog.policy.PolicyRule;
import dev.netlog.policy.PortClause;
import java.util.Set;

/// The connections that one rule of a policy matches, whatever the order and division of its peers
/// and ports.
///
/// @param everyone whether it matches every peer
/// @param peers the peers; none if it matches everyone
/// @param everyPort whether it matches every port
/// @param ports the ports by number; none if it matches every port
/// @param names the ports by name
record RuleMeaning(
    boolean everyone,
    Set<PeerClause> peers,
    boolean everyPort,
    Ranges ports,
    Set<PortClause.Name> names) {

  static RuleMeaning of(PolicyRule rule) {
    Ranges ports = Ranges.empty();
    if (!rule.everyPort()) {
      for (PortClause port : rule.ports()) {
        if (port instanceof PortClause.Numbers(Ranges numbers)) {
          ports = ports.union(numbers);
        }
      }
    }
    return new RuleMeaning(
        rule.everyone(),
        rule.everyone() ? Set.of() : Set.copyOf(rule.peers()),
        rule.everyPort(),
        ports,
        rule.everyPort() ? Set.of() : Set.copyOf(rule.names()));
  }
}
