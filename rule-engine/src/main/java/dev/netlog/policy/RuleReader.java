package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.network.Addresses;
import dev.netlog.network.Direction;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the rules of a NetworkPolicy.
final class RuleReader {
  private RuleReader() {}

  static PolicyRule networkPolicyRule(Fields fields, JsonPointer at, Direction direction) {
    fields.isObject(at);
    JsonPointer peersAt = at.child(direction == Direction.INGRESS ? "from" : "to");
    int peerCount = fields.items(peersAt).size();
    List<PeerClause> peers = new ArrayList<>();
    for (int i = 0; i < peerCount; i++) {
      PeerClause peer = peer(fields, peersAt.child(i));
      if (peer != null) {
        peers.add(peer);
      }
    }
    JsonPointer portsAt = at.child("ports");
    int portCount = fields.items(portsAt).size();
    List<PortClause> ports = new ArrayList<>();
    for (int i = 0; i < portCount; i++) {
      PortClause port = port(fields, portsAt.child(i));
      if (port != null) {
        ports.add(port);
      }
    }
    return new PolicyRule(peerCount == 0, peers, portCount == 0, ports);
  }

  private static @Nullable PeerClause peer(Fields fields, JsonPointer at) {
    if (!fields.isObject(at)) {
      return null;
    }
    JsonPointer block = at.child("ipBlock");
    JsonPointer namespaces = at.child("namespaceSelector");
    JsonPointer pods = at.child("podSelector");
    boolean byPods = fields.isThere(pods);
    boolean selects = fields.isThere(namespaces) || byPods;
    if (fields.isObject(block)) {
      if (selects) {
        fields.problem(
            at, "a peer has an ipBlock or selectors, never both; make two entries of the list");
        return null;
      }
      return block(fields, block);
    }
    if (!selects) {
      fields.problem(
          at,
          "a peer without ipBlock, podSelector and namespaceSelector is refused; name one, or"
              + " leave the list out to mean everyone");
      return null;
    }
    // A null selector is none, so the policy's own namespace is meant; alone it means everything.
    boolean own = byPods && fields.at(namespaces) == null;
    return new PeerClause.Pods(own ? null : fields.selector(namespaces), fields.selector(pods));
  }

  private static @Nullable PeerClause block(Fields fields, JsonPointer at) {
    Ranges all = cidr(fields, at.child("cidr"));
    JsonPointer except = at.child("except");
    int count = fields.items(except).size();
    for (int i = 0; i < count; i++) {
      Ranges left = cidr(fields, except.child(i));
      if (all != null && left != null) {
        all = all.minus(left);
      }
    }
    return all == null ? null : new PeerClause.Addresses(all, false);
  }

  /// The addresses of a block; null where it is none.
  static @Nullable Ranges cidr(Fields fields, JsonPointer at) {
    Value value = fields.at(at);
    if (value == null) {
      fields.problem(at, "the block has no address range; write one as in \"10.0.0.0/8\"");
      return null;
    }
    String text = fields.text(at);
    if (text == null) {
      return null;
    }
    Ranges addresses = Addresses.cidr(text);
    if (addresses == null) {
      fields.problem(at, Quoted.of(text) + " is no address range; write one as in \"10.0.0.0/8\"");
    }
    return addresses;
  }

  private static @Nullable PortClause port(Fields fields, JsonPointer at) {
    if (!fields.isObject(at)) {
      return null;
    }
    Protocol protocol = protocol(fields, at.child("protocol"));
    JsonPointer port = at.child("port");
    JsonPointer end = at.child("endPort");
    Value from = fields.at(port);
    Integer last = fields.port(end);
    if (protocol == null) {
      return null;
    }
    if (!(from instanceof Value.Numeral) && fields.at(end) != null) {
      fields.problem(end, "endPort needs a port with a number; write the first port as \"port\"");
      return null;
    }
    return switch (from) {
      case null -> new PortClause.Numbers(Ports.all(protocol));
      case Value.Text(String name) -> name(fields, port, protocol, name);
      case Value _ -> range(fields, at, protocol, last);
    };
  }

  private static @Nullable PortClause name(
      Fields fields, JsonPointer at, Protocol protocol, String name) {
    if (name.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      fields.problem(
          at,
          "port " + Quoted.of(name) + " is a string and no name; write a number without quotes");
      return null;
    }
    return new PortClause.Name(protocol, name);
  }

  private static @Nullable PortClause range(
      Fields fields, JsonPointer at, Protocol protocol, @Nullable Integer last) {
    Integer first = fields.port(at.child("port"));
    if (first == null) {
      return null;
    }
    int end = last == null ? first : last;
    if (end < first) {
      fields.problem(
          at.child("endPort"),
          "endPort " + end + " is below port " + first + "; swap them, or leave endPort out");
      return null;
    }
    return new PortClause.Numbers(Ports.of(protocol, first, end));
  }

  /// The protocol, TCP where none is named; null where it is unknown.
  static @Nullable Protocol protocol(Fields fields, JsonPointer at) {
    Value value = fields.at(at);
    if (value == null) {
      return Protocol.TCP;
    }
    String text = fields.text(at);
    Protocol protocol = text == null ? null : Protocol.of(text);
    if (text != null && protocol == null) {
      fields.problem(at, "protocol " + Quoted.of(text) + " is unknown; use TCP, UDP or SCTP");
    }
    return protocol;
  }
}
