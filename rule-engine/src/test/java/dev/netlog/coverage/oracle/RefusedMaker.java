package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Breaks objects in ways that no API server takes.
final class RefusedMaker {
  private final Dice dice;

  RefusedMaker(Dice dice) {
    this.dice = dice;
  }

  /// The object, in some cases with a mistake.
  Map<String, @Nullable Object> broken(Map<String, @Nullable Object> object) {
    if (dice.percent(1)) {
      metadata(object);
    }
    if (dice.percent(6)) {
      switch (String.valueOf(object.get("kind"))) {
        case "NetworkPolicy" -> breakPolicy(object);
        case "AdminNetworkPolicy" -> admin(object, false);
        case "BaselineAdminNetworkPolicy" -> admin(object, true);
        case "EgressFirewall" -> firewall(object);
        default -> {}
      }
    }
    return object;
  }

  /// A label or an annotation that is no string.
  private void metadata(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> metadata = member(object, "metadata");
    member(metadata, dice.one("labels", "annotations")).put("note", dice.one(true, 1));
  }

  /// Gives a NetworkPolicy a mistake.
  void breakPolicy(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> spec = member(object, "spec");
    switch (dice.below(9)) {
      case 0 -> object.put("apiVersion", "networking.k8s.io/v1beta1");
      case 1 -> spec.put("policyTypes", List.of(dice.one("Ingress", "Egress"), "Both"));
      case 2 -> spec.put("policyTypes", List.of("Ingress", "Egress", "Ingress"));
      case 3, 4 -> addRule(spec, "ingress", Tree.map("from", List.of(peer())));
      case 5 -> addRule(spec, "egress", Tree.map("to", List.of(peer())));
      case 6 -> addRule(spec, "egress", Tree.map("ports", List.of(port())));
      default -> addRule(spec, "ingress", Tree.map("ports", List.of(port())));
    }
  }

  private Map<String, @Nullable Object> peer() {
    return switch (dice.below(7)) {
      case 0 -> Tree.map("ipBlock", Tree.map("cidr", "0.0.0.0/0"), "podSelector", Map.of());
      case 1 -> Tree.map("ipBlock", Tree.map("cidr", "0.0.0.0/0"), "namespaceSelector", Map.of());
      case 2 -> block("10.0.0.0/8", "11.0.0.0/9");
      case 3 -> block("10.0.0.0/8", "10.0.0.0/8");
      case 4 -> block("10.0.0.0/8", "0.0.0.0/0");
      case 5 -> Tree.map("ipBlock", Tree.map("cidr", dice.one("10.0.0.0", "10.0.0.0/33", "all")));
      default -> Tree.map();
    };
  }

  private static Map<String, @Nullable Object> block(String cidr, String except) {
    return Tree.map("ipBlock", Tree.map("cidr", cidr, "except", List.of(except)));
  }

  private Map<String, @Nullable Object> port() {
    return switch (dice.below(7)) {
      case 0 -> Tree.map("port", 443, "endPort", 80);
      case 1 -> Tree.map("protocol", dice.one("ICMP", "tcp"));
      case 2 -> Tree.map("port", dice.one(0, 65536, -1));
      case 3 -> Tree.map("endPort", 80);
      case 4 -> Tree.map("port", "http", "endPort", 80);
      case 5 -> Tree.map("port", 80, "endPort", 65536);
      default -> Tree.map("port", dice.one("", "Web", "a-name-of-a-port-too-long", "80"));
    };
  }

  private void admin(Map<String, @Nullable Object> object, boolean baseline) {
    Map<String, @Nullable Object> spec = member(object, "spec");
    Map<String, @Nullable Object> everyone = Tree.map("namespaces", Map.of());
    switch (dice.below(8)) {
      case 0 -> spec.remove("subject");
      case 1 -> spec.put("subject", Tree.map());
      case 2 ->
          spec.put(
              "subject",
              Tree.map(
                  "namespaces",
                  Map.of(),
                  "pods",
                  Tree.map("namespaceSelector", Map.of(), "podSelector", Map.of())));
      case 3 -> {
        if (baseline) {
          member(object, "metadata").put("name", "other");
        } else {
          spec.remove("priority");
        }
      }
      case 4 ->
          addRule(
              spec,
              "egress",
              Tree.map("action", baseline ? "Pass" : "Reject", "to", List.of(everyone)));
      case 5 -> addRule(spec, "ingress", Tree.map("action", "allow", "from", List.of(everyone)));
      case 6 -> addRule(spec, "ingress", Tree.map("action", "Deny", "from", List.of()));
      default ->
          addRule(
              spec,
              "ingress",
              Tree.map(
                  "action", "Deny", "from", List.of(Tree.map("networks", List.of("10.0.0.0/8")))));
    }
  }

  private void firewall(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> spec = member(object, "spec");
    Map<String, @Nullable Object> block = Tree.map("cidrSelector", "10.0.0.0/8");
    switch (dice.below(6)) {
      case 0 -> member(object, "metadata").put("name", "other");
      case 1 -> addRule(spec, "egress", Tree.map("type", dice.one("deny", "Reject"), "to", block));
      case 2 -> {
        block.put("dnsName", "example.com");
        addRule(spec, "egress", Tree.map("type", "Deny", "to", block));
      }
      case 3 -> addRule(spec, "egress", Tree.map("type", "Deny", "to", Tree.map()));
      case 4 -> addRule(spec, "egress", rule(block, Tree.map("protocol", "ICMP", "port", 80)));
      default -> addRule(spec, "egress", rule(block, Tree.map("protocol", "TCP", "port", 0)));
    }
  }

  private static Map<String, @Nullable Object> rule(
      Map<String, @Nullable Object> to, Map<String, @Nullable Object> port) {
    return Tree.map("type", "Deny", "to", to, "ports", List.of(port));
  }

  private static void addRule(
      Map<String, @Nullable Object> spec, String list, Map<String, @Nullable Object> rule) {
    List<@Nullable Object> rules = new ArrayList<>();
    if (spec.get(list) instanceof List<?> others) {
      rules.addAll(others);
    }
    rules.add(rule);
    spec.put(list, rules);
  }

  /// The member of a name, made if there is none.
  private static Map<String, @Nullable Object> member(
      Map<String, @Nullable Object> object, String name) {
    Map<String, @Nullable Object> member = new LinkedHashMap<>();
    if (object.get(name) instanceof Map<?, ?> present) {
      present.forEach((key, value) -> member.put((String) key, value));
    }
    object.put(name, member);
    return member;
  }
}
