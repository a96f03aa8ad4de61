package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.network.Selector;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A NetworkPolicy as the API defines it.
///
/// Source: [NetworkPolicySpec
/// v1](https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/).
///
/// @param resource the object
/// @param namespace its namespace
/// @param selector the pods it applies to
/// @param directions the directions in which it isolates them
/// @param rules what it allows, by direction; also for directions in which it has no effect
public record NetworkPolicy(
    Resource resource,
    String namespace,
    Selector selector,
    Set<Direction> directions,
    Map<Direction, List<PolicyRule>> rules) {
  private static final JsonPointer SPEC = JsonPointer.of("spec");
  private static final JsonPointer TYPES = JsonPointer.of("spec", "policyTypes");

  /// Reads a policy; errors for which the API server would refuse it are added to the problems.
  public static NetworkPolicy read(Resource resource, List<InputProblem> problems) {
    Fields fields = new Fields(resource, problems);
    if (!fields.isObject(SPEC)) {
      // The API server accepts an empty spec: it selects all pods for ingress and allows nothing.
      return new NetworkPolicy(
          resource,
          Names.namespace(resource),
          Selector.everything(),
          Set.of(Direction.INGRESS),
          Map.of());
    }
    Map<Direction, List<PolicyRule>> rules = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      rules.put(direction, rules(fields, direction));
    }
    return new NetworkPolicy(
        resource,
        Names.namespace(resource),
        fields.selector(SPEC.child("podSelector")),
        directions(fields, rules),
        rules);
  }

  /// Its name.
  public String name() {
    return Names.name(resource);
  }

  /// Its rules in a direction, even if it has no effect there.
  public List<PolicyRule> rules(Direction direction) {
    return rules.getOrDefault(direction, List.of());
  }

  /// The port names that its rules in a direction use.
  public Set<String> portNames(Direction direction) {
    Set<String> names = new TreeSet<>();
    rules(direction).forEach(rule -> rule.names().forEach(port -> names.add(port.name())));
    return names;
  }

  /// Whether it isolates the pods it applies to in a direction.
  public boolean isolates(Direction direction) {
    return directions.contains(direction);
  }

  private static Set<Direction> directions(Fields fields, Map<Direction, List<PolicyRule>> rules) {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    List<Value> types = fields.items(TYPES);
    if (types.size() > Direction.values().length) {
      fields.problem(
          TYPES, types.size() + " policy types are too many; name Ingress and Egress once each");
    }
    for (int i = 0; i < types.size(); i++) {
      JsonPointer at = TYPES.child(i);
      String type = fields.at(at) == null ? "" : fields.text(at);
      switch (type) {
        case null -> {}
        case "Ingress" -> directions.add(Direction.INGRESS);
        case "Egress" -> directions.add(Direction.EGRESS);
        default ->
            fields.problem(
                at, "policy type " + Quoted.of(type) + " is unknown; use Ingress or Egress");
      }
    }
    if (directions.isEmpty()) {
      directions.add(Direction.INGRESS);
      if (!rules.getOrDefault(Direction.EGRESS, List.of()).isEmpty()) {
        directions.add(Direction.EGRESS);
      }
    }
    return directions;
  }

  private static List<PolicyRule> rules(Fields fields, Direction direction) {
    JsonPointer at = SPEC.child(direction.word());
    List<PolicyRule> rules = new ArrayList<>();
    int count = fields.items(at).size();
    for (int i = 0; i < count; i++) {
      rules.add(RuleReader.networkPolicyRule(fields, at.child(i), direction));
    }
    return List.copyOf(rules);
  }
}
