package dev.netlog.io.yaml.syntax;

import java.util.List;

/// Handles input that the Go library and SnakeYAML both accept but scan differently.
///
/// Source: [go-yaml v2 `scannerc.go`](https://github.com/yaml/go-yaml/blob/v2.4.4/scannerc.go).
public final class GoScanner {
  private GoScanner() {}

  /// Refuses scalars that only SnakeYAML accepts.
  static void refuse(String text, Node.Scalar scalar) throws RefusedDocumentException {
    switch (scalar.style()) {
      case DOUBLE_QUOTED -> {
        if (PartOffsets.hasSurrogates(scalar.value())) {
          YamlEscapes.refuseSurrogates(text, scalar);
        }
      }
      case LITERAL, FOLDED -> refuseTab(text, scalar);
      case PLAIN, SINGLE_QUOTED, JSON -> {}
    }
  }

  /// Refuses a tab in the indentation of a block scalar.
  private static void refuseTab(String text, Node.Scalar scalar) throws RefusedDocumentException {
    if (scalar.value().indexOf('\t') < 0) {
      return;
    }
    int indent = BlockScalar.indent(text, scalar);
    boolean found = BlockScalar.hasIndicator(text, scalar);
    int line = text.indexOf('\n', scalar.start()) + 1;
    while (line > 0 && line < scalar.end()) {
      int i = line;
      while (i < scalar.end() && text.charAt(i) == ' ' && (i < line + indent || !found)) {
        i++;
      }
      boolean tab = i < scalar.end() && text.charAt(i) == '\t';
      if (tab && (i < line + indent || !found)) {
        throw new RefusedDocumentException(
            i, i + 1, "a tab is used where the text has to be indented by spaces");
      }
      boolean empty = i >= scalar.end() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
      found = found || !empty;
      line = text.indexOf('\n', line) + 1;
    }
  }

  /// In braces and brackets, SnakeYAML ends a plain key at a colon before `,`, `[`, `]`, `{` or
  /// `}`; the Go library makes the colon part of the text.
  private static boolean hasColon(String text, Node node) {
    return node instanceof Node.Scalar key
        && key.style() == Node.Style.PLAIN
        && key.end() + 1 < text.length()
        && key.end() > key.start()
        && text.charAt(key.end()) == ':'
        && ",[]{}".indexOf(text.charAt(key.end() + 1)) >= 0;
  }

  /// Turns `{a:}` into the key `a:`, and refuses `{a:[1]}`.
  static void joinColons(String text, Node.Mapping mapping) throws RefusedDocumentException {
    for (int i = 0; i < mapping.keys().size(); i++) {
      Node key = mapping.keys().get(i);
      if (!hasColon(text, key) || text.charAt(mapping.start()) != '{') {
        continue;
      }
      refuseCollection(text, key);
      mapping.keys().set(i, joined((Node.Scalar) key));
    }
  }

  /// Turns `[a:]` into the text `a:`, and refuses `[a:[1]]`.
  static Node withColon(String text, Node item) throws RefusedDocumentException {
    if (!(item instanceof Node.Mapping mapping) || mapping.keys().size() != 1) {
      return item;
    }
    Node key = mapping.keys().getFirst();
    if (!hasColon(text, key) || text.charAt(mapping.start()) == '{') {
      return item;
    }
    refuseCollection(text, key);
    return joined((Node.Scalar) key);
  }

  /// Whether the Go library's scanner emits a collection before it looks for a colon.
  static boolean isOpenEnded(String text, Node node) {
    boolean empty =
        switch (node) {
          case Node.Sequence sequence -> sequence.items().isEmpty();
          case Node.Mapping mapping -> mapping.keys().isEmpty();
          case Node.Scalar _, Node.Alias _ -> false;
        };
    int i = node.start() + 1;
    while (i < text.length() && Folding.isBlankOrBreak(text.charAt(i))) {
      i++;
    }
    return empty || text.startsWith("?", i);
  }

  /// Refuses a directive after a document; the Go library reads it while it searches for the end.
  public static void refuseDirective(String text, int from, int end)
      throws RefusedDocumentException {
    int i = from;
    while (i < end && Folding.isBlankOrBreak(text.charAt(i))) {
      i++;
    }
    boolean known = text.startsWith("%YAML ", i) || text.startsWith("%TAG ", i);
    if (i < end && text.charAt(i) == '%' && !known) {
      throw new RefusedDocumentException(i, i + 1, "a line may not start with \"%\" here");
    }
  }

  /// Refuses an anchor with characters other than ASCII letters, digits, `_` and `-`.
  static void refuseAnchor(String anchor, Node node) throws RefusedDocumentException {
    for (int i = 0; i < anchor.length(); i++) {
      char c = anchor.charAt(i);
      if (c > 'z' || (!Character.isLetterOrDigit(c) && c != '_' && c != '-')) {
        throw new RefusedDocumentException(
            node.start(),
            node.start(),
            "the name of the anchor \"&" + anchor + "\" may hold only letters, digits, _ and -");
      }
    }
  }

  private static void refuseCollection(String text, Node key) throws RefusedDocumentException {
    if (List.of('[', '{').contains(text.charAt(key.end() + 1))) {
      throw new RefusedDocumentException(
          key.end(), key.end() + 1, "a space is missing after the colon");
    }
  }

  private static Node joined(Node.Scalar key) {
    return new Node.Scalar(
        key.start(), key.end() + 1, key.value() + ":", key.style(), key.tag(), key.plain());
  }
}
