package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds which entry of a mapping kubectl uses: the last one of its name in document order. A merge
/// (`<<`) counts as the entries that it adds.
public final class Entries {
  private Entries() {}

  /// The entry that kubectl uses.
  record Entry(Node key, Node value) {}

  /// The entry of a name, or null where there is none.
  static @Nullable Entry find(Node.Mapping mapping, String name) throws RefusedDocumentException {
    for (int i = mapping.keys().size() - 1; i >= 0; i--) {
      Node node = mapping.keys().get(i);
      if (target(node) instanceof Node.Scalar key) {
        Node value = mapping.values().get(i);
        Entry found =
            node instanceof Node.Scalar && Scalars.isMerge(key)
                ? merged(value, name)
                : Scalars.key(key).equals(name) ? new Entry(node, value) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// Every entry that kubectl uses, by name.
  static Map<String, Entry> index(Node.Mapping mapping) throws RefusedDocumentException {
    Map<String, Entry> entries = new HashMap<>();
    for (int i = 0; i < mapping.keys().size(); i++) {
      Node node = mapping.keys().get(i);
      Node value = mapping.values().get(i);
      if (!(target(node) instanceof Node.Scalar key)) {
        continue;
      }
      if (node instanceof Node.Scalar && Scalars.isMerge(key)) {
        for (Node.Mapping merged : mergedMappings(key, value)) {
          entries.putAll(index(merged));
        }
      } else {
        entries.put(Scalars.key(key), new Entry(node, value));
      }
    }
    return entries;
  }

  /// The value of a name with aliases resolved, or null if there is none.
  public static @Nullable Node value(Node.Mapping mapping, String name)
      throws RefusedDocumentException {
    Entry entry = find(mapping, name);
    return entry == null ? null : target(entry.value());
  }

  /// The node itself, or the target of an alias.
  static Node target(Node node) {
    return node instanceof Node.Alias alias ? alias.target() : node;
  }

  /// The mappings that a merge adds, in the order in which kubectl applies them.
  static List<Node.Mapping> mergedMappings(Node.Scalar key, Node value)
      throws RefusedDocumentException {
    if (target(value) instanceof Node.Mapping mapping) {
      return List.of(mapping);
    }
    if (!(value instanceof Node.Sequence sequence)) {
      throw notMergeable(key);
    }
    List<Node.Mapping> mappings = new ArrayList<>();
    for (Node item : sequence.items().reversed()) {
      if (!(target(item) instanceof Node.Mapping mapping)) {
        throw notMergeable(key);
      }
      mappings.add(mapping);
    }
    return mappings;
  }

  private static @Nullable Entry merged(Node value, String name) throws RefusedDocumentException {
    if (target(value) instanceof Node.Mapping mapping) {
      return find(mapping, name);
    }
    if (value instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        Entry found = target(item) instanceof Node.Mapping mapping ? find(mapping, name) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static RefusedDocumentException notMergeable(Node.Scalar key) {
    return new RefusedDocumentException(
        key.start(), key.end(), "\"<<\" needs a mapping or a list of mappings");
  }
}
