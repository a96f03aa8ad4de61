package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.io.yaml.syntax.YamlComposer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Walks a document once without building values. Finds what kubectl refuses beyond syntax, keys
/// that overwrite each other, and keys that make the document relevant.
final class DocumentCheck {
  /// In mappings up to this size, duplicates are found by comparing pairs, which needs no map.
  private static final int FEW = 8;

  private final Predicate<String> concern;
  private final List<Overwrite> overwrites = new ArrayList<>();
  private final AliasBudget budget = new AliasBudget();
  private final Set<Node> activeAliases = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean concerns;
  private int aliasDepth;

  /// Two entries of one mapping with the same name; the second one wins.
  ///
  /// @param merge whether one of the two comes from a merge
  record Overwrite(String name, Node.Scalar first, Node.Scalar second, boolean merge) {}

  private DocumentCheck(Predicate<String> concern) {
    this.concern = concern;
  }

  /// The result of the walk.
  ///
  /// @param concerns whether the document has one of the relevant keys
  record Result(boolean concerns, List<Overwrite> overwrites) {}

  /// Walks a document.
  ///
  /// @param concern accepts the relevant keys
  /// @throws RefusedException where kubectl refuses the document
  static Result check(Node root, Predicate<String> concern) throws RefusedDocumentException {
    DocumentCheck check = new DocumentCheck(concern);
    check.value(root, 0);
    return new Result(check.concerns, check.overwrites);
  }

  private void value(Node node, int depth) throws RefusedDocumentException {
    budget.count(node, aliasDepth > 0);
    switch (node) {
      case Node.Scalar scalar -> Scalars.refuseIfNoJson(scalar);
      case Node.Sequence sequence -> {
        refuseDepth(node, depth);
        for (Node item : sequence.items()) {
          value(item, depth + 1);
        }
      }
      case Node.Mapping mapping -> {
        refuseDepth(node, depth);
        mapping(mapping, depth);
      }
      case Node.Alias alias -> alias(alias, depth);
    }
  }

  private void alias(Node.Alias alias, int depth) throws RefusedDocumentException {
    if (!activeAliases.add(alias)) {
      throw new RefusedDocumentException(
          alias.start(), alias.end(), "the anchor \"" + alias.name() + "\" contains itself");
    }
    aliasDepth++;
    value(alias.target(), depth);
    aliasDepth--;
    activeAliases.remove(alias);
  }

  private void mapping(Node.Mapping mapping, int depth) throws RefusedDocumentException {
    int size = mapping.keys().size();
    @Nullable String[] names = new @Nullable String[size];
    boolean merges = false;
    for (int i = 0; i < size; i++) {
      Node key = mapping.keys().get(i);
      Node.Scalar scalar = scalarKey(key);
      if (Scalars.isMerge(scalar) && key instanceof Node.Scalar) {
        merges = true;
        merge(scalar, mapping.values().get(i), depth);
        continue;
      }
      budget.count(key, aliasDepth > 0);
      String name = Scalars.key(scalar);
      names[i] = name;
      concerns = concerns || concern.test(name);
      value(mapping.values().get(i), depth + 1);
    }
    if (aliasDepth == 0) {
      overwrites(mapping, names, merges);
    }
  }

  private static Node.Scalar scalarKey(Node key) throws RefusedDocumentException {
    if (Entries.target(key) instanceof Node.Scalar scalar) {
      return scalar;
    }
    throw new RefusedDocumentException(
        key.start(),
        key.start(),
        "a key is a mapping or a list; put a template's {{ }} in quotes, or render it first"
            + " first");
  }

  /// The merged mappings are walked as their own values, one level up, as the Go library does.
  private void merge(Node.Scalar key, Node value, int depth) throws RefusedDocumentException {
    Entries.mergedMappings(key, value);
    if (value instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        value(item, depth);
      }
    } else {
      value(value, depth);
    }
  }

  private void overwrites(Node.Mapping mapping, @Nullable String[] names, boolean merges)
      throws RefusedDocumentException {
    if (merges) {
      Overwrites.withMerges(mapping, names, overwrites);
      return;
    }
    if (names.length > FEW) {
      many(mapping, names);
      return;
    }
    for (int second = 1; second < names.length; second++) {
      for (int first = second - 1; first >= 0; first--) {
        if (String.valueOf(names[second]).equals(names[first])) {
          add(mapping, String.valueOf(names[second]), first, second);
          break;
        }
      }
    }
  }

  private void many(Node.Mapping mapping, @Nullable String[] names)
      throws RefusedDocumentException {
    Map<String, Integer> seen = HashMap.newHashMap(names.length);
    for (int i = 0; i < names.length; i++) {
      String name = String.valueOf(names[i]);
      Integer first = seen.put(name, i);
      if (first != null) {
        add(mapping, name, first, i);
      }
    }
  }

  private void add(Node.Mapping mapping, String name, int first, int second)
      throws RefusedDocumentException {
    overwrites.add(
        new Overwrite(
            name,
            scalarKey(mapping.keys().get(first)),
            scalarKey(mapping.keys().get(second)),
            false));
  }

  private static void refuseDepth(Node node, int depth) throws RefusedDocumentException {
    if (depth >= YamlComposer.MAX_DEPTH) {
      throw new RefusedDocumentException(
          node.start(),
          node.start(),
          "the document is nested deeper than " + YamlComposer.MAX_DEPTH + " levels");
    }
  }
}
