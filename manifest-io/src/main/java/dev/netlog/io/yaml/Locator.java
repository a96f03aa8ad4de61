package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.io.yaml.syntax.ScalarSource;
import dev.netlog.model.JsonPointer;
import dev.netlog.rule.Place;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Maps a place in a resource to characters of the file. Not safe for use by several threads.
public final class Locator {
  private static final int MANY = 64;

  private final String text;
  private final @Nullable Node root;
  private final IdentityHashMap<Node.Mapping, Map<String, Entries.Entry>> indexes =
      new IdentityHashMap<>();
  private Node.@Nullable Scalar lastScalar;
  private @Nullable ScalarSource lastSource;

  /// A range of the file's text, in UTF-16 units.
  ///
  /// @param exact whether this is the place itself; otherwise the nearest place that could be found
  public record Span(int start, int end, boolean exact) {}

  private Locator(String text, @Nullable Node root) {
    this.text = text;
    this.root = root;
  }

  /// Creates a locator for a document.
  public static Locator of(Manifest manifest, Document document) {
    try {
      return new Locator(manifest.text(), document.root());
    } catch (RefusedDocumentException e) {
      throw new IllegalStateException("the document was read before", e);
    }
  }

  /// The range of characters of a place.
  ///
  /// @param within the place of the resource in the document
  public Span span(JsonPointer within, Place place) {
    try {
      return find(within.append(place.pointer()), place);
    } catch (RefusedDocumentException e) {
      throw new IllegalStateException("the document was read before", e);
    }
  }

  private Span find(JsonPointer pointer, Place place) throws RefusedDocumentException {
    Node here = root;
    Node key = root;
    for (String token : pointer.tokens()) {
      Node from = here == null ? null : Entries.target(here);
      if (from instanceof Node.Mapping mapping) {
        Entries.Entry entry = entry(mapping, token);
        if (entry == null) {
          return head(mapping, key);
        }
        key = entry.key();
        here = entry.value();
      } else if (from instanceof Node.Sequence sequence) {
        int index = JsonPointer.index(token);
        if (index < 0 || index >= sequence.items().size()) {
          return key == null ? new Span(0, 0, false) : whole(key, false);
        }
        here = sequence.items().get(index);
        key = here;
      } else {
        return key == null ? new Span(0, 0, false) : whole(key, false);
      }
    }
    if (here == null || key == null) {
      return new Span(0, 0, false);
    }
    return place.part() == Place.Part.KEY ? whole(key, true) : value(key, here, place.range());
  }

  /// The entry of a name. A large mapping is indexed once, since it can have many findings.
  private Entries.@Nullable Entry entry(Node.Mapping mapping, String name)
      throws RefusedDocumentException {
    if (mapping.keys().size() < MANY) {
      return Entries.find(mapping, name);
    }
    Map<String, Entries.Entry> index = indexes.get(mapping);
    if (index == null) {
      index = Entries.index(mapping);
      indexes.put(mapping, index);
    }
    return index.get(name);
  }

  /// A missing member is reported at the object that lacks it: at its key, or its first key.
  private static Span head(Node.Mapping mapping, @Nullable Node key) {
    if (key instanceof Node.Scalar) {
      return new Span(key.start(), key.end(), false);
    }
    Node first = mapping.keys().isEmpty() ? mapping : mapping.keys().getFirst();
    return new Span(first.start(), first.end(), false);
  }

  private Span value(Node key, Node value, Place.@Nullable Range range) {
    if (value instanceof Node.Scalar scalar) {
      if (scalar.start() == scalar.end() && key.start() < scalar.start()) {
        return whole(key, true);
      }
      if (range != null) {
        return inside(key, scalar, range);
      }
    } else if (range != null && value instanceof Node.Alias) {
      return new Span(value.start(), value.end(), false);
    }
    return whole(value, true);
  }

  /// Findings in a row mostly point into the same scalar, so the last one is kept.
  private @Nullable ScalarSource source(Node.Scalar scalar) {
    if (lastScalar == null || lastScalar.start() != scalar.start()) {
      lastScalar = scalar;
      lastSource = ScalarSource.of(text, scalar);
    }
    return lastSource;
  }

  private Span inside(Node key, Node.Scalar scalar, Place.Range range) {
    ScalarSource source = source(scalar);
    if (source == null || range.end() > source.length() || source.length() == 0) {
      return whole(source == null ? key : scalar, false);
    }
    int start = source.start(range.start());
    int end = range.end() > range.start() ? source.end(range.end()) : start;
    return new Span(start, Math.max(start, end), true);
  }

  /// The node without trailing spaces and line ends.
  private Span whole(Node node, boolean exact) {
    int end = lastLeafEnd(node);
    while (end > node.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(node.start(), Math.max(end, node.start()), exact);
  }

  /// The end reported for a block collection is the start of the next token, after comments and
  /// blank lines.
  private int lastLeafEnd(Node node) {
    Node last = node;
    while (true) {
      boolean flow = last.start() < text.length() && "[{".indexOf(text.charAt(last.start())) >= 0;
      if (last instanceof Node.Mapping mapping && !flow && !mapping.values().isEmpty()) {
        last = mapping.values().getLast();
      } else if (last instanceof Node.Sequence sequence && !flow && !sequence.items().isEmpty()) {
        last = sequence.items().getLast();
      } else {
        return Math.min(last.end(), text.length());
      }
    }
  }
}
