package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.FieldMask;
import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Turns the nodes of a checked document into the value that the API server would receive.
final class ValueBuilder {
  /// The value of an anchor is built once and shared by all its aliases.
  private final IdentityHashMap<Node, Value> anchored = new IdentityHashMap<>();

  private ValueBuilder() {}

  /// The value of a node of a document that [DocumentCheck] has accepted.
  static Value build(Node node) throws RefusedDocumentException {
    return build(node, FieldMask.ALL);
  }

  /// The value of a node of a document that [DocumentCheck] has accepted, reduced to some fields.
  static Value build(Node node, FieldMask parts) throws RefusedDocumentException {
    return new ValueBuilder().value(node, parts);
  }

  private Value value(Node node, FieldMask parts) throws RefusedDocumentException {
    return switch (node) {
      case Node.Scalar scalar -> Scalars.value(scalar);
      case Node.Sequence sequence -> {
        List<Value> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
          items.add(value(item, parts));
        }
        yield new Value.Sequence(items);
      }
      case Node.Mapping mapping -> {
        MappingBuilder members = new MappingBuilder();
        put(mapping, parts, members);
        yield members.build();
      }
      case Node.Alias alias -> parts.areAll() ? shared(alias) : value(alias.target(), parts);
    };
  }

  private Value shared(Node.Alias alias) throws RefusedDocumentException {
    Value known = anchored.get(alias.target());
    if (known == null) {
      known = value(alias.target(), FieldMask.ALL);
      anchored.put(alias.target(), known);
    }
    return known;
  }

  private void put(Node.Mapping mapping, FieldMask parts, MappingBuilder members)
      throws RefusedDocumentException {
    for (int i = 0; i < mapping.keys().size(); i++) {
      Node value = mapping.values().get(i);
      if (!(Entries.target(mapping.keys().get(i)) instanceof Node.Scalar key)) {
        throw new IllegalStateException("the document was not checked");
      }
      if (mapping.keys().get(i) instanceof Node.Scalar && Scalars.isMerge(key)) {
        for (Node.Mapping merged : Entries.mergedMappings(key, value)) {
          put(merged, parts, members);
        }
      } else {
        String name = Scalars.key(key);
        FieldMask wanted = parts.member(name);
        if (wanted != null) {
          members.put(name, value(value, wanted));
        }
      }
    }
  }
}
