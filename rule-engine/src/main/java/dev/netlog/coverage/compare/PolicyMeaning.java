package dev.netlog.coverage.compare;

import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.network.Selector;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PolicyRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the spec of a policy means. Specs with the same meaning may be written differently: with or
/// without defaults of the API, and in another order.
sealed interface PolicyMeaning {

  /// A NetworkPolicy, whose rules have no order.
  ///
  /// @param rules what it allows in the directions that it isolates
  record Allowing(Selector pods, Map<Direction, Set<RuleMeaning>> rules) implements PolicyMeaning {}

  /// An object of a tier of cluster-scoped policies, whose rules have an order.
  record Ordered(List<Part> parts) implements PolicyMeaning {}

  /// The rules of such an object that have one subject.
  record Part(
      int priority, Selector namespaces, Selector pods, Map<Direction, List<ActingRule>> rules) {}

  /// A rule with its effect.
  record ActingRule(int index, AdminRule.Action action, RuleMeaning connections) {}

  /// A policy of a kind that is only compared as it is written.
  record Written(Value spec) implements PolicyMeaning {}

  /// The meaning of a NetworkPolicy.
  static PolicyMeaning of(NetworkPolicy policy) {
    Map<Direction, Set<RuleMeaning>> rules = new EnumMap<>(Direction.class);
    for (Direction direction : policy.directions()) {
      rules.put(
          direction,
          policy.rules(direction).stream()
              .map(RuleMeaning::of)
              .collect(Collectors.toUnmodifiableSet()));
    }
    return new Allowing(policy.selector(), rules);
  }

  /// The meaning of an object of a tier.
  ///
  /// @param policies what the tier reads from it
  static PolicyMeaning of(List<AdminPolicy> policies) {
    List<Part> parts = new ArrayList<>();
    for (AdminPolicy policy : policies) {
      Map<Direction, List<ActingRule>> rules = new EnumMap<>(Direction.class);
      for (Direction direction : Direction.values()) {
        rules.put(direction, policy.rules(direction).stream().map(PolicyMeaning::acting).toList());
      }
      parts.add(new Part(policy.priority(), policy.namespaces(), policy.pods(), rules));
    }
    return new Ordered(List.copyOf(parts));
  }

  private static ActingRule acting(AdminRule rule) {
    PolicyRule connections = rule.connections();
    return new ActingRule(rule.index(), rule.action(), RuleMeaning.of(connections));
  }
}
