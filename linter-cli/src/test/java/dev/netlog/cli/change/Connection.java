package dev.netlog.cli.change;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One connection of a pod, seen from the pod.
///
/// @param direction `ingress` or `egress`
/// @param peer the other end
/// @param protocol `TCP`, `UDP` or `SCTP`
record Connection(String direction, Peer peer, String protocol, int port) {
  private static final String NAME = "kubernetes.io/metadata.name";

  /// The other end: a pod by its labels, or an address outside.
  ///
  /// @param namespace null outside
  /// @param namespaceLabels with the name
  record Peer(
      @Nullable String namespace,
      Map<String, String> namespaceLabels,
      Map<String, String> labels,
      Set<NamedPort> ports,
      long address) {
    static Peer outside(long address) {
      return new Peer(null, Map.of(), Map.of(), Set.of(), address);
    }

    static Peer pod(
        String namespace, Map<String, String> ofNamespace, Map<String, String> labels, long at) {
      Map<String, String> place = new TreeMap<>(ofNamespace);
      place.put(NAME, namespace);
      return new Peer(namespace, place, labels, Set.of(), at);
    }

    Peer with(Set<NamedPort> declared) {
      return new Peer(namespace, namespaceLabels, labels, declared, address);
    }

    boolean isPod() {
      return namespace != null;
    }

    @Override
    public String toString() {
      String at = (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + ".x";
      return isPod() ? "pod " + labels + " of " + namespaceLabels + " at " + at : at;
    }
  }

  /// A port that a container declares.
  record NamedPort(String name, String protocol, int number) {}

  /// What becomes of a connection.
  record Verdict(boolean allowed, boolean logged) {
    @Override
    public String toString() {
      return (allowed ? "admitted" : "refused") + (logged ? " with a record" : " without a record");
    }
  }

  @Override
  public String toString() {
    return direction + " " + protocol + "/" + port + " " + peer;
  }
}
