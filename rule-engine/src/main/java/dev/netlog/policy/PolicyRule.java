package dev.netlog.policy;

import java.util.List;

/// One rule of a policy: peers and ports, each of them any of a list.
///
/// @param everyone whether the rule names no peers and so means all, outside addresses included
/// @param peers the peers; of no use where everyone is meant
/// @param everyPort whether the rule names no ports and so means all
/// @param ports the ports; of no use where every port is meant
public record PolicyRule(
    boolean everyone, List<PeerClause> peers, boolean everyPort, List<PortClause> ports) {
  public PolicyRule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }

  /// The names of ports that the rule uses.
  public List<PortClause.Name> names() {
    return ports.stream()
        .filter(PortClause.Name.class::isInstance)
        .map(PortClause.Name.class::cast)
        .toList();
  }
}
