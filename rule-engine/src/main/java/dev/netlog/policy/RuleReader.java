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
import java.util.function.Function;
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
    // The API server treats a null entry as an empty one, and a null selector as a missing one.
    boolean isObject = fields.at(at) == null || fields.isObject(at);
    if (!isObject) {
      return null;
    }
    JsonPointer block = at.child("ipBlock");
    JsonPointer namespaces = at.child("namespaceSelector");
    JsonPointer pods = at.child("podSelector");
    boolean byPods = fields.at(pods) != null;
    boolean selects = fields.at(namespaces) != null || byPods;
    if (fields.at(block) != null) {
      if (selects) {
        fields.problem(
            at, "a peer has an ipBlock or selectors, never both; make two entries of the list");
      }
      return fields.isObject(block) ? block(fields, block) : null;
    }
    if (!selects) {
      fields.problem(
          at,
          "a peer without ipBlock, podSelector and namespaceSelector is refused; name one, write"
              + " podSelector: {} for the pods of the namespace, or leave the list out to mean"
              + " everyone");
      return null;
    }
    // A missing namespace selector means the policy's own namespace; an empty one means all
    // namespaces.
    boolean own = byPods && fields.at(namespaces) == null;
    return new PeerClause.Pods(own ? null : fields.selector(namespaces), fields.selector(pods));
  }

  private static @Nullable PeerClause block(Fields fields, JsonPointer at) {
    JsonPointer whole = at.child("cidr");
    Ranges all = sloppyCidr(fields, whole);
    Ranges rest = all;
    JsonPointer except = at.child("except");
    int count = fields.items(except).size();
    for (int i = 0; i < count; i++) {
      Ranges left = sloppyCidr(fields, except.child(i));
      if (all == null || rest == null || left == null) {
        continue;
      }
      if (!all.contains(left) || prefix(fields, whole) >= prefix(fields, except.child(i))) {
        fields.problem(
            except.child(i),
            "except "
                + Quoted.of(shown(fields, except.child(i)))
                + " is no smaller part of cidr "
                + Quoted.of(shown(fields, whole))
                + "; write a block that lies in it, or leave it out");
      }
      rest = rest.minus(left);
    }
    return rest == null ? null : new PeerClause.Addresses(rest, false);
  }

  private static int prefix(Fields fields, JsonPointer cidr) {
    String text = shown(fields, cidr);
    return Integer.parseInt(text.substring(text.indexOf('/') + 1));
  }

  private static String shown(Fields fields, JsonPointer at) {
    String text = fields.resource().content().textAt(at);
    return text == null ? "" : text;
  }

  /// The addresses of an `ipBlock`, null if it is invalid.
  private static @Nullable Ranges sloppyCidr(Fields fields, JsonPointer at) {
    return cidr(fields, at, Addresses::sloppyCidr);
  }

  /// The addresses of a block as Go's ParseCIDR reads it; null if it is invalid.
  static @Nullable Ranges cidr(Fields fields, JsonPointer at) {
    return cidr(fields, at, Addresses::cidr);
  }

  private static @Nullable Ranges cidr(
      Fields fields, JsonPointer at, Function<String, @Nullable Ranges> reader) {
    Value value = fields.at(at);
    if (value == null) {
      fields.problem(at, "the block has no address range; write one such as \"10.0.0.0/8\"");
      return null;
    }
    String text = fields.text(at);
    if (text == null) {
      return null;
    }
    Ranges addresses = reader.apply(text);
    if (addresses == null) {
      fields.problem(
          at, Quoted.of(text) + " is not an address range; write one such as \"10.0.0.0/8\"");
    }
    return addresses;
  }

  private static @Nullable PortClause port(Fields fields, JsonPointer at) {
    if (fields.at(at) != null && !fields.isObject(at)) {
      return null;
    }
    Protocol protocol = protocol(fields, at.child("protocol"));
    JsonPointer port = at.child("port");
    JsonPointer end = at.child("endPort");
    boolean ends = fields.at(end) != null;
    Value from = fields.at(port);
    if (ends && !(from instanceof Value.Numeral)) {
      fields.problem(end, "endPort needs a port with a number; write the first port as \"port\"");
    }
    return switch (from) {
      case null -> protocol == null ? null : new PortClause.Numbers(Ports.all(protocol));
      case Value.Text(String name) -> name(fields, port, protocol, name);
      case Value _ -> range(fields, at, protocol, ends ? fields.port(end) : null);
    };
  }

  private static @Nullable PortClause name(
      Fields fields, JsonPointer at, @Nullable Protocol protocol, String name) {
    if (!PortNames.isName(name)) {
      boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
      fields.problem(
          at,
          "port "
              + Quoted.of(name)
              + (number
                  ? " is a string but not a port name; write a number without quotes"
                  : " is not a port name; use at most 15 lower case letters, digits and single"
                      + " \"-\" inside, one letter at least"));
      return null;
    }
    return protocol == null ? null : new PortClause.Name(protocol, name);
  }

  private static @Nullable PortClause range(
      Fields fields, JsonPointer at, @Nullable Protocol protocol, @Nullable Integer last) {
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
    return protocol == null ? null : new PortClause.Numbers(Ports.of(protocol, first, end));
  }

  /// The protocol, TCP if none is given; null if it is unknown.
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
