package dev.netlog.io.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads one JSON value after the other from a text, as strict as Go's `encoding/json`, and keeps
/// places.
///
/// Not recursive: depth costs no stack. Lone surrogates in escapes become U+FFFD, as in Go; bytes
/// that are no UTF-8 already are U+FFFD in the text.
final class JsonReader {
  /// The deepest nesting Go's scanner takes (`maxNestingDepth` in encoding/json/scanner.go).
  static final int MAX_DEPTH = 10_000;

  private final String text;
  private final int limit;
  private int at;

  JsonReader(String text, int start) {
    this.text = text;
    this.limit = text.length();
    this.at = start;
  }

  /// Where reading goes on: behind the last value.
  int offset() {
    return at;
  }

  /// Skips blanks and tells whether anything is left.
  boolean hasMore() {
    skipBlanks();
    return at < limit;
  }

  /// Reads the next value.
  Node next() throws RefusedDocumentException {
    Deque<Node> open = new ArrayDeque<>();
    while (true) {
      skipBlanks();
      Node value = startOrScalar(open);
      if (value == null) {
        continue;
      }
      Node complete = attach(open, value);
      if (complete != null) {
        return complete;
      }
    }
  }

  /// Opens a collection and returns null, or returns a complete scalar or empty collection.
  private @Nullable Node startOrScalar(Deque<Node> open) throws RefusedDocumentException {
    char c = at < limit ? text.charAt(at) : 0;
    if (c == '{') {
      Node.Mapping mapping = new Node.Mapping(at++);
      skipBlanks();
      if (at < limit && text.charAt(at) == '}') {
        mapping.endAt(++at);
        return mapping;
      }
      push(open, mapping);
      key(mapping);
      return null;
    }
    if (c == '[') {
      Node.Sequence sequence = new Node.Sequence(at++);
      skipBlanks();
      if (at < limit && text.charAt(at) == ']') {
        sequence.endAt(++at);
        return sequence;
      }
      push(open, sequence);
      return null;
    }
    return scalar();
  }

  private void push(Deque<Node> open, Node collection) throws RefusedDocumentException {
    if (open.size() >= MAX_DEPTH) {
      throw refused("the document is nested deeper than " + MAX_DEPTH + " levels");
    }
    open.push(collection);
  }

  /// Puts a complete value into the innermost open collection, closing what ends behind it.
  private @Nullable Node attach(Deque<Node> open, Node value) throws RefusedDocumentException {
    Node child = value;
    while (!open.isEmpty()) {
      Node parent = open.element();
      skipBlanks();
      char c = at < limit ? text.charAt(at) : 0;
      char close = parent instanceof Node.Mapping ? '}' : ']';
      if (parent instanceof Node.Mapping mapping) {
        mapping.values().add(child);
      } else if (parent instanceof Node.Sequence sequence) {
        sequence.items().add(child);
      }
      if (c == ',') {
        at++;
        if (parent instanceof Node.Mapping mapping) {
          skipBlanks();
          key(mapping);
        }
        return null;
      }
      if (c != close) {
        throw refused("JSON expects \",\" or \"" + close + "\" here");
      }
      at++;
      open.pop();
      switch (parent) {
        case Node.Mapping mapping -> mapping.endAt(at);
        case Node.Sequence sequence -> sequence.endAt(at);
        case Node.Scalar _, Node.Alias _ -> throw new IllegalStateException("open scalar");
      }
      child = parent;
    }
    return child;
  }

  private void key(Node.Mapping mapping) throws RefusedDocumentException {
    if (at >= limit || text.charAt(at) != '"') {
      throw refused("JSON expects a key in double quotes here");
    }
    mapping.keys().add(string());
    skipBlanks();
    if (at >= limit || text.charAt(at) != ':') {
      throw refused("JSON expects \":\" behind the key");
    }
    at++;
  }

  private Node scalar() throws RefusedDocumentException {
    char c = at < limit ? text.charAt(at) : 0;
    if (c == '"') {
      return string();
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
      return number();
    }
    for (String word : new String[] {"true", "false", "null"}) {
      if (text.startsWith(word, at)) {
        int start = at;
        at += word.length();
        return new Node.Scalar(start, at, word, Node.Style.JSON, null, true);
      }
    }
    throw refused("JSON expects a value here");
  }

  private Node.Scalar string() throws RefusedDocumentException {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      if (at >= limit) {
        throw new RefusedDocumentException(
            start, limit, "the string that starts here does not end");
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return new Node.Scalar(start, at, value.toString(), Node.Style.JSON, null, false);
      }
      if (c < ' ') {
        throw refused("a control character in a JSON string; write it as an escape");
      }
      if (c == '\\') {
        at = JsonEscapes.append(text, at, limit, value);
      } else {
        value.append(c);
        at++;
      }
    }
  }

  private Node number() throws RefusedDocumentException {
    int start = at;
    if (text.charAt(at) == '-') {
      at++;
    }
    if (at < limit && text.charAt(at) == '0') {
      at++;
    } else {
      digits();
    }
    if (at < limit && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < limit && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < limit && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    return new Node.Scalar(start, at, text.substring(start, at), Node.Style.JSON, null, true);
  }

  private void digits() throws RefusedDocumentException {
    int start = at;
    while (at < limit && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw refused("JSON expects a digit here");
    }
  }

  private void skipBlanks() {
    while (at < limit && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private RefusedDocumentException refused(String problem) {
    boolean ends = at >= limit;
    int end = ends ? at : text.offsetByCodePoints(at, 1);
    return new RefusedDocumentException(
        at, end, ends ? "the JSON document ends too early" : problem);
  }
}
