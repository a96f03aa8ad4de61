package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Changes that say little and may mean much, or the other way round: another name or kind, another
/// order, defaults written out, one more policy that admits all.
final class Rewrites {
  private static final List<String> KINDS =
      List.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");

  private Rewrites() {}

  /// One object under another name, or of another kind, or written in another way.
  static Value.Mapping of(Value.Mapping object, Dice dice) {
    String kind = Edits.kind(object);
    if (kind.endsWith("Policy")) {
      return kind.equals("NetworkPolicy") && dice.percent(60)
          ? rewritten(object, dice)
          : Edits.with(object, new Value.Text("renamed"), List.of("metadata", "name"));
    }
    if (KINDS.contains(kind) && dice.percent(50)) {
      Value.Mapping other = Edits.with(object, new Value.Text("apps/v1"), List.of("apiVersion"));
      return Edits.with(other, new Value.Text(dice.one(KINDS)), List.of("kind"));
    }
    return OracleSubjects.template(new Tree(object)) == null
        ? object
        : Edits.with(object, new Value.Text("renamed"), List.of("metadata", "name"));
  }

  /// A policy without annotations that admits everything in one direction, beside an object.
  static Value.Mapping wide(Value.Mapping object, Dice dice) {
    Tree metadata = new Tree(object).get("metadata");
    boolean namespace = Edits.kind(object).equals("Namespace");
    String place = namespace ? metadata.get("name").text("") : metadata.get("namespace").text("a");
    String direction = dice.one("ingress", "egress");
    return (Value.Mapping)
        Tree.value(
            Tree.map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                Tree.map("name", "wide", "namespace", place),
                "spec",
                Tree.map(
                    "podSelector",
                    Map.of(),
                    "policyTypes",
                    List.of(direction.equals("ingress") ? "Ingress" : "Egress"),
                    direction,
                    List.of(Map.of()))));
  }

  private static Value.Mapping rewritten(Value.Mapping object, Dice dice) {
    Tree spec = new Tree(object).get("spec");
    if (spec.names().isEmpty()) {
      return object;
    }
    Map<String, Value> members = new LinkedHashMap<>();
    for (String name : spec.names()) {
      members.put(name, rewritten(name, spec.get(name), dice));
    }
    if (spec.get("policyTypes").items().isEmpty()) {
      boolean egress = !spec.get("egress").items().isEmpty();
      members.put(
          "policyTypes", Tree.value(egress ? List.of("Ingress", "Egress") : List.of("Ingress")));
    }
    return Edits.with(object, new Value.Mapping(members), List.of("spec"));
  }

  private static Value rewritten(String name, Tree tree, Dice dice) {
    return switch (tree.value()) {
      case Value.Sequence(List<Value> items) -> {
        List<Value> others = new ArrayList<>();
        for (Value item : items) {
          others.add(rewritten(name + "[]", new Tree(item), dice));
        }
        // Values of a term and exceptions of a block have no order either.
        yield new Value.Sequence(dice.percent(50) ? others.reversed() : others);
      }
      case Value.Mapping(Map<String, Value> given) -> {
        Map<String, Value> members = new LinkedHashMap<>();
        given.forEach((key, value) -> members.put(key, rewritten(key, new Tree(value), dice)));
        if (name.equals("ports[]")) {
          members.putIfAbsent("protocol", new Value.Text("TCP"));
        }
        if (name.endsWith("Selector") && dice.percent(50)) {
          asExpressions(members);
        }
        yield new Value.Mapping(members);
      }
      case null -> Value.Null.NULL;
      case Value other -> other;
    };
  }

  private static void asExpressions(Map<String, Value> members) {
    Tree selector = new Tree(new Value.Mapping(members));
    List<Value> terms = new ArrayList<>();
    selector.get("matchExpressions").items().forEach(each -> terms.add(Tree.value(each.value())));
    selector
        .get("matchLabels")
        .texts()
        .forEach(
            (key, value) ->
                terms.add(
                    Tree.value(Tree.map("key", key, "operator", "In", "values", List.of(value)))));
    members.remove("matchLabels");
    members.put("matchExpressions", new Value.Sequence(terms));
  }
}
