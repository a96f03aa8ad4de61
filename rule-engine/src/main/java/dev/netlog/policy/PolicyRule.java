package dev.netlog.policy;

import java.util.List;

/// One rule of a policy: it matches connections with any of its peers and any of its ports.
///
/// @param everyone whether the rule has no peers and so matches all, including addresses outside
///   the cluster
/// @param peers the peers; not used if the rule matches everyone
/// @param everyPort whether the rule has no ports and so matches all
/// @param ports the ports; not used if the rule matches every port
public record PolicyRule(
    boolean everyone, List<PeerClause> peers, boolean everyPort, List<PortClause> ports) {
  public PolicyRule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }

  /// The port names that the rule uses.
  public List<PortClause.Name> names() {
    return ports.stream()
        .filter(PortClause.Name.class::isInstance)
        .map(PortClause.Name.class::cast)
        .toList();
  }
}
