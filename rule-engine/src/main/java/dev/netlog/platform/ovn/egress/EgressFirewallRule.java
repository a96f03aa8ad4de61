package dev.netlog.platform.ovn.egress;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Addresses;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import dev.netlog.platform.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule of an EgressFirewall as OVN-Kubernetes reads it.
///
/// Source: `egressGetL4Match` and its callers in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/ovn/controller/egressfirewall/egressfirewall.go).
///
/// @param index its place, from 0
/// @param verdict anything but exactly `Allow` drops
/// @param to whom it is about as it is written, null where it does not say
/// @param block the addresses of its `cidrSelector`, null where it has none, or where a part of the
///   rule cannot be read
/// @param ports the ports it matches, null where it names none: then it matches everything
record EgressFirewallRule(
    int index,
    Verdict verdict,
    @Nullable Value to,
    @Nullable Ranges block,
    @Nullable Ranges ports) {
  /// The last rule that has a priority left.
  static final int LAST_INDEX = 8_000;

  static final JsonPointer RULES = JsonPointer.of("spec", "egress");
  private static final JsonPointer TYPE = JsonPointer.of("type");
  static final JsonPointer CIDR = JsonPointer.of("to", "cidrSelector");
  private static final JsonPointer TO = JsonPointer.of("to");
  private static final JsonPointer PORTS = JsonPointer.of("ports");
  private static final JsonPointer PORT = JsonPointer.of("port");
  private static final JsonPointer PROTOCOL = JsonPointer.of("protocol");

  private static final int LAST_PORT = 65_535;

  /// More digits than a port has.
  private static final int TOO_LONG = 6;

  /// The rules of an object, in their order.
  static List<EgressFirewallRule> of(Resource firewall) {
    List<Value> items = firewall.content().itemsAt(RULES);
    List<EgressFirewallRule> rules = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      rules.add(of(i, items.get(i)));
    }
    return rules;
  }

  private static EgressFirewallRule of(int index, Value rule) {
    Verdict verdict = "Allow".equals(rule.textAt(TYPE)) ? Verdict.ALLOW : Verdict.DENY;
    String cidr = rule.textAt(CIDR);
    Value to = rule.at(TO);
    Ranges block = cidr == null ? null : Addresses.cidr(cidr);
    List<Value> list = rule.itemsAt(PORTS);
    if (list.isEmpty()) {
      return new EgressFirewallRule(index, verdict, to, block, null);
    }
    List<Ranges> ports = new ArrayList<>();
    for (Value item : list) {
      String name = item.textAt(PROTOCOL);
      Protocol protocol = name == null ? null : Protocol.of(name);
      if (protocol == null) {
        continue;
      }
      Ranges some = ports(protocol, item.at(PORT));
      if (some == null) {
        return new EgressFirewallRule(index, verdict, to, null, null);
      }
      ports.add(some);
    }
    return new EgressFirewallRule(index, verdict, to, block, Ranges.unionOf(ports));
  }

  /// What one entry of the list matches: without a number, or with 0, the whole protocol; null
  /// where the number is none.
  private static @Nullable Ranges ports(Protocol protocol, @Nullable Value number) {
    if (number == null || number instanceof Value.Null) {
      return Ports.all(protocol);
    }
    if (!(number instanceof Value.Numeral(String literal))
        || literal.length() >= TOO_LONG
        || !literal.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int port = Integer.parseInt(literal);
    if (port == 0) {
      return Ports.all(protocol);
    }
    return port > LAST_PORT ? null : Ports.of(protocol, port, port);
  }

  /// Whether this rule decides all connections of one that stands behind it. Only blocks of
  /// addresses are compared: what a name or a node selector stands for changes.
  boolean decidesAllOf(EgressFirewallRule later) {
    return block != null
        && later.block != null
        && block.contains(later.block)
        && (ports == null || isAmong(later.ports, ports));
  }

  /// Whether some rules together decide all of this rule's connections.
  boolean isDecidedBy(List<EgressFirewallRule> rules) {
    if (ports != null && ports.isEmpty()) {
      return true;
    }
    List<Ranges> blocks = new ArrayList<>();
    for (EgressFirewallRule each : rules) {
      if (each.ports == null || isAmong(ports, each.ports)) {
        if (each.to != null && each.to.equals(to)) {
          return true;
        }
        if (each.block != null) {
          blocks.add(each.block);
        }
      }
    }
    return Ranges.unionOf(blocks).contains(block == null ? Addresses.ipv4() : block);
  }

  /// A list of nothing but unknown protocols matches nothing, and is in no other list.
  private static boolean isAmong(@Nullable Ranges some, Ranges all) {
    return some != null && !some.isEmpty() && all.contains(some);
  }
}
