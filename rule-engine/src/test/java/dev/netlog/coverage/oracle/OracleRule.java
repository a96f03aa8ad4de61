package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One rule: whom it is about.
record OracleRule(boolean everyone, List<Peer> peers, boolean everyPort, List<PortTest> ports) {

  /// One entry of `from` or `to`.
  sealed interface Peer {}

  /// Pods.
  ///
  /// @param namespace the only namespace, null for any
  record Pods(@Nullable String namespace, OracleSelector namespaces, OracleSelector pods)
      implements Peer {}

  /// Addresses.
  ///
  /// @param podsToo whether those of pods are meant on every platform
  record Addresses(Block block, List<Block> except, boolean podsToo) implements Peer {
    boolean contains(long address) {
      return block.contains(address) && except.stream().noneMatch(each -> each.contains(address));
    }
  }

  /// One entry of `ports`.
  sealed interface PortTest {}

  record Numbers(String protocol, int first, int last) implements PortTest {}

  /// @param protocol null for any
  record Named(@Nullable String protocol, String name) implements PortTest {
    boolean isIn(Set<NamedPort> declared) {
      return declared.stream()
          .anyMatch(
              each ->
                  each.name().equals(name)
                      && (protocol == null || protocol.equals(each.protocol())));
    }
  }

  /// The other end of a connection.
  ///
  /// @param namespace null outside of the cluster, with labels that are null as well
  record End(
      @Nullable String namespace,
      Map<String, String> namespaceLabels,
      Map<String, String> labels,
      long address) {}

  /// What is asked for.
  ///
  /// @param names those that the destination pod gives the port with this protocol
  record Service(String protocol, int port, Set<String> names) {}

  boolean matches(End end, boolean blocksMatchPods) {
    return everyone || peers.stream().anyMatch(peer -> matches(peer, end, blocksMatchPods));
  }

  private static boolean matches(Peer peer, End end, boolean blocksMatchPods) {
    return switch (peer) {
      case Pods(String namespace, OracleSelector namespaces, OracleSelector pods) ->
          end.namespace() != null
              && (namespace == null || namespace.equals(end.namespace()))
              && namespaces.matches(end.namespaceLabels())
              && pods.matches(end.labels());
      case Addresses addresses ->
          (end.namespace() == null || blocksMatchPods || addresses.podsToo())
              && addresses.contains(end.address());
    };
  }

  boolean matches(Service service) {
    return everyPort || ports.stream().anyMatch(port -> matches(port, service));
  }

  private static boolean matches(PortTest test, Service service) {
    return switch (test) {
      case Numbers(String protocol, int first, int last) ->
          protocol.equals(service.protocol()) && first <= service.port() && service.port() <= last;
      case Named(String protocol, String name) ->
          (protocol == null || protocol.equals(service.protocol()))
              && service.names().contains(name);
    };
  }
}
