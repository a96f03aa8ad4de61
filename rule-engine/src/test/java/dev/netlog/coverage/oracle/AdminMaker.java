package dev.netlog.coverage.oracle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes AdminNetworkPolicies, the baseline and EgressFirewalls.
final class AdminMaker {
  private static final String KEY = "k8s.ovn.org/acl-logging";
  private static final String POLICY = "policy.networking.k8s.io/v1alpha1";

  private final Dice dice;
  private final SelectorMaker selectors;
  private final int usual;

  AdminMaker(Dice dice, SelectorMaker selectors) {
    this.dice = dice;
    this.selectors = selectors;
    this.usual = dice.one(0, 10, 99);
  }

  Map<String, @Nullable Object> admin(String name, boolean baseline) {
    Map<String, @Nullable Object> spec = Tree.map();
    if (!baseline) {
      spec.put("priority", priority());
    }
    spec.put(
        "subject",
        dice.percent(60)
            ? Tree.map("namespaces", selectors.ofNamespaces())
            : Tree.map(
                "pods",
                Tree.map(
                    "namespaceSelector",
                    selectors.ofNamespaces(),
                    "podSelector",
                    selectors.ofSubjects())));
    if (dice.percent(70)) {
      spec.put("ingress", dice.some(1, 3, () -> rule("from", baseline)));
    }
    if (dice.percent(60)) {
      spec.put("egress", dice.some(1, 3, () -> rule("to", baseline)));
    }
    Map<String, @Nullable Object> metadata = Tree.map("name", name);
    aclAnnotation(metadata);
    return Tree.map(
        "apiVersion",
        POLICY,
        "kind",
        baseline ? "BaselineAdminNetworkPolicy" : "AdminNetworkPolicy",
        "metadata",
        metadata,
        "spec",
        spec);
  }

  /// From 0 to 1500, many of them the same: above 99 none is programmed, above 1000 none stored.
  private int priority() {
    return switch (dice.below(10)) {
      case 0 -> dice.one(100, 101, 500, 1000);
      case 1 -> dice.percent(50) ? dice.one(1001, 1500, -1) : dice.below(1501);
      case 2, 3, 4 -> dice.one(0, 5, 10, 50, 99);
      default -> usual;
    };
  }

  void aclAnnotation(Map<String, @Nullable Object> metadata) {
    if (dice.percent(75)) {
      @Nullable Object value =
          dice.percent(6)
              ? dice.one(true, 1, Map.of(), null)
              : dice.one(dice.one(AclTexts.fine(), AclTexts.texts()));
      metadata.put("annotations", annotations(dice, KEY, value));
    }
  }

  /// An annotation, seldom beside one that is null.
  static Map<String, @Nullable Object> annotations(Dice dice, String key, @Nullable Object value) {
    return dice.percent(4) ? Tree.map(key, value, "note", null) : Tree.map(key, value);
  }

  private Map<String, @Nullable Object> rule(String side, boolean baseline) {
    Map<String, @Nullable Object> rule =
        Tree.map(
            "action", baseline ? dice.one("Allow", "Deny") : dice.one("Allow", "Deny", "Pass"));
    boolean networks = side.equals("to") && dice.percent(35);
    rule.put(side, dice.some(1, 2, () -> networks ? network() : peer()));
    if (dice.percent(40)) {
      rule.put("ports", dice.some(1, 2, () -> port(networks)));
    }
    return rule;
  }

  private Map<String, @Nullable Object> peer() {
    return dice.percent(50)
        ? Tree.map("namespaces", selectors.ofNamespaces())
        : Tree.map(
            "pods",
            Tree.map(
                "namespaceSelector", selectors.ofNamespaces(), "podSelector", selectors.ofPeers()));
  }

  private Map<String, @Nullable Object> network() {
    return dice.percent(10)
        ? Tree.map("nodes", Map.of())
        : Tree.map(
            "networks",
            dice
                .some(
                    1,
                    2,
                    () -> dice.one(dice.percent(4) ? RuleMaker.IPV6_BLOCKS : RuleMaker.BLOCKS))
                .stream()
                .distinct()
                .toList());
  }

  private Map<String, @Nullable Object> port(boolean networks) {
    Map<String, @Nullable Object> number = Tree.map();
    if (dice.percent(70)) {
      number.put("protocol", dice.one("TCP", "UDP", "SCTP"));
    }
    if (!networks && dice.percent(25)) {
      return Tree.map("namedPort", dice.one("http", "web"));
    }
    if (dice.percent(50)) {
      number.put("port", dice.one(80, 443, 1, 65535));
      return Tree.map("portNumber", number);
    }
    number.put("start", dice.one(1, 80));
    number.put("end", dice.one(443, 8090, 65535));
    return Tree.map("portRange", number);
  }

  Map<String, @Nullable Object> firewall(Map<String, @Nullable Object> metadata) {
    metadata.put("name", "default");
    return Tree.map(
        "apiVersion",
        "k8s.ovn.org/v1",
        "kind",
        "EgressFirewall",
        "metadata",
        metadata,
        "spec",
        Tree.map("egress", dice.some(1, 4, this::firewallRule)));
  }

  private Map<String, @Nullable Object> firewallRule() {
    Map<String, @Nullable Object> to =
        switch (dice.below(8)) {
          case 0 -> Tree.map("dnsName", dice.one("example.com", "www.example.com"));
          case 1 -> Tree.map("nodeSelector", Tree.map("matchLabels", Tree.map("role", "infra")));
          default -> Tree.map("cidrSelector", cidr());
        };
    String type = dice.percent(5) ? dice.one("Allowed", "XDeny") : dice.one("Allow", "Deny");
    Map<String, @Nullable Object> rule = Tree.map("type", type, "to", to);
    if (dice.percent(40)) {
      rule.put(
          "ports",
          dice.some(
              1,
              2,
              () ->
                  Tree.map("protocol", dice.one("TCP", "UDP", "SCTP"), "port", dice.one(80, 443))));
    }
    return rule;
  }

  /// The schema takes any text, the platform only what Go's ParseCIDR does.
  private String cidr() {
    return dice.percent(5)
        ? dice.one("10.0.0.0", "0.0.0.0/33", "10.0.0/8", "010.0.0.0/8", "10.0.0.256/32", "")
        : dice.one(RuleMaker.BLOCKS);
  }
}
