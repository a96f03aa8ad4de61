package dev.netlog.coverage.witness;

import dev.netlog.network.Addresses;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import dev.netlog.network.Selector;
import dev.netlog.network.Truth;
import dev.netlog.policy.PeerClause;
import dev.netlog.policy.PolicyRule;
import dev.netlog.policy.PortClause;
import dev.netlog.policy.PortNames;
import org.jspecify.annotations.Nullable;

/// Decides whether a rule matches one connection, directly by the definition of the API and without
/// sets of connections: it verifies the results of [dev.netlog.policy.Connections].
final class ConnectionMatch {
  private final boolean blocksMatchPods;
  private final String namespace;
  private final Direction direction;
  private final PortNames names;

  /// @param namespace the policy's namespace, for a peer without a namespace selector
  /// @param names the subject's named ports
  ConnectionMatch(boolean blocksMatchPods, String namespace, Direction direction, PortNames names) {
    this.blocksMatchPods = blocksMatchPods;
    this.namespace = namespace;
    this.direction = direction;
    this.names = names;
  }

  boolean matches(PolicyRule rule, Connection connection) {
    boolean peer =
        rule.everyone()
            || rule.peers().stream().anyMatch(clause -> matches(clause, connection.peer()));
    return peer
        && (rule.everyPort()
            || rule.ports().stream().anyMatch(clause -> matches(clause, connection)));
  }

  private boolean matches(PeerClause clause, Peer peer) {
    return switch (clause) {
      case PeerClause.Pods(@Nullable Selector namespaces, Selector pods) ->
          peer instanceof Peer.Pod pod
              && (namespaces == null
                  ? pod.namespace().equals(namespace)
                  : namespaces.matches(pod.allNamespaceLabels()) == Truth.TRUE)
              && pods.matches(KnownLabels.of(pod.labels())) == Truth.TRUE;
      case PeerClause.Addresses(Ranges addresses, boolean pods) ->
          switch (peer) {
            case Peer.Outside(String address) -> contains(addresses, address);
            case Peer.Pod pod ->
                (pods || blocksMatchPods)
                    && pod.address() != null
                    && contains(addresses, pod.address());
          };
    };
  }

  private static boolean contains(Ranges addresses, String address) {
    Ranges one = Addresses.address(address);
    return one != null && addresses.contains(one);
  }

  private boolean matches(PortClause clause, Connection connection) {
    return switch (clause) {
      case PortClause.Numbers(Ranges ports) -> ports.contains(port(connection));
      case PortClause.Name(@Nullable Protocol protocol, String name) -> {
        if (direction == Direction.INGRESS) {
          yield names.resolve(protocol, name).contains(port(connection));
        }
        yield (protocol == null || protocol == connection.protocol())
            && connection.peer() instanceof Peer.Pod pod
            && pod.portNames().contains(name);
      }
    };
  }

  private static Ranges port(Connection connection) {
    return Ports.of(connection.protocol(), connection.port(), connection.port());
  }
}
