package dev.netlog.cli.change;

import dev.netlog.cli.change.Connection.NamedPort;
import dev.netlog.cli.change.Connection.Peer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a rule of a policy matches a connection.
final class Rules {
  private final boolean blocksMatchPods;

  Rules(boolean blocksMatchPods) {
    this.blocksMatchPods = blocksMatchPods;
  }

  /// Whether a NetworkPolicy isolates its pods in a direction.
  static boolean isolates(Node policy, String direction) {
    List<String> types = policy.items("spec", "policyTypes");
    return types.isEmpty()
        ? direction.equals("ingress") || !policy.nodes("spec", "egress").isEmpty()
        : types.contains(direction.equals("ingress") ? "Ingress" : "Egress");
  }

  /// Whether a NetworkPolicy that isolates a pod admits a connection of it.
  boolean admits(Node policy, Pod pod, Connection connection) {
    for (Node rule : policy.nodes("spec", connection.direction())) {
      List<Node> peers = rule.nodes(member(connection));
      List<Node> ports = rule.nodes("ports");
      if ((peers.isEmpty() || peers.stream().anyMatch(each -> isPeer(each, pod, connection.peer())))
          && (ports.isEmpty() || ports.stream().anyMatch(each -> isPort(each, pod, connection)))) {
        return true;
      }
    }
    return false;
  }

  private static String member(Connection connection) {
    return connection.direction().equals("ingress") ? "from" : "to";
  }

  private boolean isPeer(Node rule, Pod pod, Peer peer) {
    Node block = rule.node("ipBlock");
    if (block != null) {
      return (blocksMatchPods || !peer.isPod())
          && isIn(block.text("cidr"), peer.address())
          && block.items("except").stream().noneMatch(each -> isIn(each, peer.address()));
    }
    if (!peer.isPod()) {
      return false;
    }
    Node namespaces = rule.node("namespaceSelector");
    return (namespaces == null
            ? pod.namespace().equals(peer.namespace())
            : Selectors.matches(namespaces, peer.namespaceLabels()))
        && Selectors.matches(rule.node("podSelector"), peer.labels());
  }

  private static boolean isPort(Node rule, Pod pod, Connection connection) {
    String protocol = rule.has("protocol") ? rule.text("protocol") : "TCP";
    Object port = rule.get("port");
    if (!protocol.equals(connection.protocol())) {
      return false;
    }
    if (port instanceof Integer first) {
      int last = rule.get("endPort") instanceof Integer end ? end : first;
      return first <= connection.port() && connection.port() <= last;
    }
    return port == null || isNamed(String.valueOf(port), pod, connection);
  }

  /// A name is one of the pod that is connected to.
  private static boolean isNamed(String name, Pod pod, Connection connection) {
    Set<NamedPort> declared =
        connection.direction().equals("ingress") ? pod.ports() : connection.peer().ports();
    return declared.contains(new NamedPort(name, connection.protocol(), connection.port()));
  }

  /// Whether an admin policy is about a pod.
  static boolean isAbout(Node policy, Pod pod, java.util.Map<String, String> namespaceLabels) {
    return isPods(policy.node("spec", "subject"), namespaceLabels, pod.labels());
  }

  private static boolean isPods(
      @Nullable Node peer,
      java.util.Map<String, String> namespaceLabels,
      java.util.Map<String, String> labels) {
    if (peer == null) {
      return false;
    }
    Node namespaces = peer.node("namespaces");
    Node pods = peer.node("pods");
    if (namespaces != null) {
      return Selectors.matches(namespaces, namespaceLabels);
    }
    return pods != null
        && Selectors.matches(pods.node("namespaceSelector"), namespaceLabels)
        && Selectors.matches(pods.node("podSelector"), labels);
  }

  /// The first rule of an admin policy that matches.
  @Nullable String action(Node policy, Pod pod, Connection connection) {
    for (Node rule : policy.nodes("spec", connection.direction())) {
      List<Node> ports = rule.nodes("ports");
      if (rule.nodes(member(connection)).stream()
              .anyMatch(each -> isAdminPeer(each, connection.peer()))
          && (ports.isEmpty()
              || ports.stream().anyMatch(each -> isAdminPort(each, pod, connection)))) {
        return rule.text("action");
      }
    }
    return null;
  }

  private static boolean isAdminPeer(Node rule, Peer peer) {
    return rule.items("networks").stream().anyMatch(each -> isIn(each, peer.address()))
        || (peer.isPod() && isPods(rule, peer.namespaceLabels(), peer.labels()));
  }

  private static boolean isAdminPort(Node rule, Pod pod, Connection connection) {
    Node number = rule.node("portNumber");
    if (number != null) {
      String protocol = number.has("protocol") ? number.text("protocol") : "TCP";
      return protocol.equals(connection.protocol())
          && number.text("port").equals(String.valueOf(connection.port()));
    }
    return isNamed(rule.text("namedPort"), pod, connection);
  }

  static boolean isIn(String block, long address) {
    int slash = block.indexOf('/');
    int bits = Integer.parseInt(block.substring(slash + 1));
    long size = 1L << (32 - bits);
    return address(block.substring(0, slash)) / size == address / size;
  }

  static long address(String text) {
    long address = 0;
    for (String part : text.split("\\.", -1)) {
      address = address * 256 + Integer.parseInt(part);
    }
    return address;
  }
}
