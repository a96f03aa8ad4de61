package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes rules of NetworkPolicies.
final class RuleMaker {
  static final List<String> BLOCKS =
      List.of(
          "0.0.0.0/0",
          "0.0.0.0/1",
          "128.0.0.0/1",
          "10.0.0.0/8",
          "10.0.0.0/9",
          "10.128.0.0/9",
          "10.1.0.0/16",
          "10.1.2.3/16",
          "10.1.2.3/32",
          "255.255.255.255/32");
  static final List<String> IPV6_BLOCKS =
      List.of("::/0", "::/1", "8000::/1", "2001:db8::/32", "2000::/3", "fc00::/7");
  private static final Map<String, List<String>> EXCEPTIONS =
      Map.of(
          "::/0", List.of("2001:db8::/32", "8000::/1", "::/1"),
          "2000::/3", List.of("2001:db8::/32"),
          "0.0.0.0/0", List.of("10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1", "255.255.255.255/32"),
          "0.0.0.0/1", List.of("10.0.0.0/8", "10.0.0.0/9"),
          "10.0.0.0/8", List.of("10.0.0.0/9", "10.128.0.0/9", "10.1.0.0/16", "10.1.2.3/32"),
          "10.1.0.0/16", List.of("10.1.2.3/32"));

  private final Dice dice;
  private final SelectorMaker selectors;

  RuleMaker(Dice dice, SelectorMaker selectors) {
    this.dice = dice;
    this.selectors = selectors;
  }

  /// A list of rules as it may stand in a policy; null for an explicit null.
  @Nullable List<Map<String, @Nullable Object>> rules(String side) {
    return dice.percent(3) ? null : dice.some(0, dice.percent(75) ? 1 : 3, () -> rule(side));
  }

  private Map<String, @Nullable Object> rule(String side) {
    Map<String, @Nullable Object> rule = Tree.map();
    if (dice.percent(65)) {
      rule.put(side, peers());
    }
    if (dice.percent(55)) {
      rule.put("ports", dice.one(dice.some(1, 2, this::port), dice.some(1, 1, this::port)));
    } else if (dice.percent(8)) {
      rule.put("ports", dice.one(null, List.of()));
    }
    return rule;
  }

  private @Nullable List<Map<String, @Nullable Object>> peers() {
    if (dice.percent(5)) {
      return dice.one(null, List.of());
    }
    return dice.some(1, dice.percent(70) ? 1 : 3, this::peer);
  }

  private Map<String, @Nullable Object> peer() {
    return switch (dice.below(5)) {
      case 0, 1 -> Tree.map("ipBlock", block());
      case 2 -> Tree.map("podSelector", selectors.ofPeers());
      case 3 -> Tree.map("namespaceSelector", selectors.ofNamespaces());
      default ->
          Tree.map(
              "namespaceSelector",
              dice.percent(5) ? null : selectors.ofNamespaces(),
              "podSelector",
              selectors.ofPeers());
    };
  }

  private Map<String, @Nullable Object> block() {
    String cidr = dice.percent(4) ? dice.one(IPV6_BLOCKS) : dice.one(BLOCKS);
    Map<String, @Nullable Object> block = Tree.map("cidr", cidr);
    List<String> inside = EXCEPTIONS.get(cidr);
    if (inside != null && dice.percent(50)) {
      block.put("except", dice.some(1, 2, () -> dice.one(inside)));
    } else if (dice.percent(5)) {
      block.put("except", dice.one(null, List.of()));
    }
    return block;
  }

  private Map<String, @Nullable Object> port() {
    Map<String, @Nullable Object> port = Tree.map();
    if (dice.percent(60)) {
      port.put("protocol", dice.percent(5) ? null : dice.one("TCP", "TCP", "UDP", "SCTP"));
    }
    switch (dice.below(10)) {
      case 0, 1, 2 -> port.put("port", dice.one(80, 443, 1, 65535));
      case 3, 4 -> {
        int start = dice.one(1, 80, 443, 8080);
        port.put("port", start);
        port.put("endPort", Math.max(start, dice.one(79, 80, 443, 442, 8090, 65535)));
      }
      case 5, 6 -> port.put("port", dice.one("http", "web"));
      case 7 -> port.put("port", null);
      default -> {}
    }
    return port;
  }

  /// All that can be said of one thing by two halves, in one rule or in two.
  List<Map<String, @Nullable Object>> halves(String side) {
    List<Map<String, @Nullable Object>> peers = new ArrayList<>();
    List<Map<String, @Nullable Object>> ports = new ArrayList<>();
    if (dice.percent(50)) {
      peers.add(Tree.map("ipBlock", Tree.map("cidr", "0.0.0.0/1")));
      peers.add(Tree.map("ipBlock", Tree.map("cidr", "128.0.0.0/1")));
      peers.add(Tree.map("namespaceSelector", Map.of()));
    }
    if (dice.percent(50)) {
      ports.add(Tree.map("port", 1, "endPort", 79));
      ports.add(Tree.map("port", 80, "endPort", 65535));
      ports.add(Tree.map("protocol", "UDP"));
      ports.add(Tree.map("protocol", "SCTP"));
    }
    if (!peers.isEmpty() && dice.percent(50)) {
      return List.of(
          Tree.map(side, peers.subList(0, 1), "ports", ports),
          Tree.map(side, peers.subList(1, dice.percent(80) ? 3 : 2), "ports", ports));
    }
    return List.of(Tree.map(side, peers, "ports", ports));
  }
}
