package dev.netlog.io.yaml.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a document with its place, before keys and scalars are resolved.
///
/// Offsets are in UTF-16 units of the file's text. Nodes do not change once they are built.
public sealed interface Node {
  /// The offset of the first character; a tag or anchor comes before it.
  int start();

  /// The offset after the last character; for block collections the start of the next token.
  int end();

  /// How a scalar is written.
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED,
    /// A string, number or word of a JSON document.
    JSON
  }

  /// A scalar.
  ///
  /// @param value the decoded text
  /// @param tag the explicit tag in its long form, null where there is none
  /// @param plain whether the type is derived from the text
  record Scalar(int start, int end, String value, Style style, @Nullable String tag, boolean plain)
      implements Node {}

  /// A sequence.
  final class Sequence implements Node {
    private final int start;
    private int end;
    private final List<Node> items = new ArrayList<>();

    Sequence(int start) {
      this.start = start;
    }

    @Override
    public int start() {
      return start;
    }

    @Override
    public int end() {
      return end;
    }

    void endAt(int offset) {
      end = offset;
    }

    public List<Node> items() {
      return items;
    }
  }

  /// A mapping with all its entries, including duplicates and merges, in document order.
  final class Mapping implements Node {
    private final int start;
    private int end;
    private final List<Node> keys = new ArrayList<>();
    private final List<Node> values = new ArrayList<>();

    Mapping(int start) {
      this.start = start;
    }

    @Override
    public int start() {
      return start;
    }

    @Override
    public int end() {
      return end;
    }

    void endAt(int offset) {
      end = offset;
    }

    public List<Node> keys() {
      return keys;
    }

    public List<Node> values() {
      return values;
    }
  }

  /// A reference to an anchored node. The node may still be open if it contains its own alias.
  ///
  /// @param name the anchor's name
  record Alias(int start, int end, String name, Node target) implements Node {}
}
