package dev.netlog.cli.yaml;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns the nodes of a checked document into the value that the API server would receive.
final class ValueBuilder {
  /// What an anchor stands for is built once and shared, however often its aliases stand.
  private final IdentityHashMap<Node, Value> anchored = new IdentityHashMap<>();

  private ValueBuilder() {}

  /// The value of a node of a document that [DocumentCheck] has accepted.
  static Value build(Node node) throws RefusedException {
    return new ValueBuilder().value(node);
  }

  private Value value(Node node) throws RefusedException {
    return switch (node) {
      case Node.Scalar scalar -> Scalars.value(scalar);
      case Node.Sequence sequence -> {
        List<Value> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
          items.add(value(item));
        }
        yield new Value.Sequence(items);
      }
      case Node.Mapping mapping -> {
        Map<String, Value> members = new LinkedHashMap<>();
        put(mapping, members);
        yield new Value.Mapping(members);
      }
      case Node.Alias alias -> {
        Value known = anchored.get(alias.target());
        if (known == null) {
          known = value(alias.target());
          anchored.put(alias.target(), known);
        }
        yield known;
      }
    };
  }

  private void put(Node.Mapping mapping, Map<String, Value> members) throws RefusedException {
    for (int i = 0; i < mapping.keys().size(); i++) {
      Node value = mapping.values().get(i);
      if (!(Entries.target(mapping.keys().get(i)) instanceof Node.Scalar key)) {
        throw new IllegalStateException("the document was not checked");
      }
      if (mapping.keys().get(i) instanceof Node.Scalar && Scalars.isMerge(key)) {
        for (Node.Mapping merged : Entries.mergedMappings(key, value)) {
          put(merged, members);
        }
      } else {
        members.put(Scalars.key(key), value(value));
      }
    }
  }
}
