package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.network.Direction;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import dev.netlog.network.Selector;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the rules of an admin policy.
final class AdminRuleReader {
  private AdminRuleReader() {}

  static List<AdminRule> rules(Fields fields, Direction direction) {
    JsonPointer at = JsonPointer.of("spec", direction.word());
    List<AdminRule> rules = new ArrayList<>();
    int count = fields.items(at).size();
    for (int i = 0; i < count; i++) {
      rules.add(rule(fields, at, i, direction));
    }
    return List.copyOf(rules);
  }

  private static AdminRule rule(Fields fields, JsonPointer list, int index, Direction direction) {
    JsonPointer at = list.child(index);
    fields.isObject(at);
    JsonPointer peersAt = at.child(direction == Direction.INGRESS ? "from" : "to");
    int peerCount = fields.items(peersAt).size();
    List<PeerClause> peers = new ArrayList<>();
    for (int i = 0; i < peerCount; i++) {
      peers(fields, peersAt.child(i), peers);
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
    return new AdminRule(
        index,
        action(fields, at.child("action")),
        new PolicyRule(false, peers, portCount == 0, ports));
  }

  private static AdminRule.Action action(Fields fields, JsonPointer at) {
    String text = fields.text(at);
    return switch (text) {
      case "Allow" -> AdminRule.Action.ALLOW;
      case "Deny" -> AdminRule.Action.DENY;
      case "Pass" -> AdminRule.Action.PASS;
      case null -> {
        fields.problem(at, "the rule has no action; write Allow, Deny or Pass");
        yield AdminRule.Action.PASS;
      }
      default -> {
        fields.problem(at, "action " + Quoted.of(text) + " is unknown; use Allow, Deny or Pass");
        yield AdminRule.Action.PASS;
      }
    };
  }

  /// Adds the peers of one entry. Nodes are not modelled as peers, and domain names are not
  /// resolved: neither adds a peer.
  private static void peers(Fields fields, JsonPointer at, List<PeerClause> peers) {
    if (!fields.isObject(at)) {
      return;
    }
    JsonPointer namespaces = at.child("namespaces");
    JsonPointer pods = at.child("pods");
    JsonPointer networks = at.child("networks");
    if (fields.at(namespaces) != null) {
      peers.add(new PeerClause.Pods(fields.selector(namespaces), Selector.everything()));
    } else if (fields.at(pods) != null) {
      peers.add(
          new PeerClause.Pods(
              fields.selector(pods.child("namespaceSelector")),
              fields.selector(pods.child("podSelector"))));
    } else {
      int count = fields.items(networks).size();
      for (int i = 0; i < count; i++) {
        Ranges block = RuleReader.cidr(fields, networks.child(i));
        if (block != null) {
          peers.add(new PeerClause.Addresses(block, true));
        }
      }
    }
  }

  private static @Nullable PortClause port(Fields fields, JsonPointer at) {
    if (!fields.isObject(at)) {
      return null;
    }
    JsonPointer number = at.child("portNumber");
    JsonPointer range = at.child("portRange");
    if (fields.isObject(number)) {
      Protocol protocol = RuleReader.protocol(fields, number.child("protocol"));
      Integer port = fields.port(number.child("port"));
      return protocol == null || port == null
          ? null
          : new PortClause.Numbers(Ports.of(protocol, port, port));
    }
    if (fields.isObject(range)) {
      return range(fields, range);
    }
    String name = fields.text(at.child("namedPort"));
    if (name == null) {
      fields.problem(at, "the entry names no port; write portNumber, portRange or namedPort");
      return null;
    }
    return new PortClause.Name(null, name);
  }

  private static @Nullable PortClause range(Fields fields, JsonPointer at) {
    Protocol protocol = RuleReader.protocol(fields, at.child("protocol"));
    Integer start = fields.port(at.child("start"));
    Integer end = fields.port(at.child("end"));
    if (protocol == null || start == null || end == null) {
      return null;
    }
    if (end < start) {
      fields.problem(at.child("end"), "end " + end + " is below start " + start + "; swap them");
      return null;
    }
    return new PortClause.Numbers(Ports.of(protocol, start, end));
  }
}
