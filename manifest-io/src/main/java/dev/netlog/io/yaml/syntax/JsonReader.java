package dev.netlog.io.yaml.syntax;

import dev.netlog.json.JsonError;
import dev.netlog.json.JsonHandler;
import dev.netlog.json.JsonParser;
import dev.netlog.json.JsonType;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads the JSON values of a text one by one into nodes.
///
/// Bytes that are not UTF-8 are already U+FFFD in the text.
public final class JsonReader implements JsonHandler {
  private final String text;
  private final JsonParser parser;
  private final Deque<Node> open = new ArrayDeque<>();
  private @Nullable Node complete;

  public JsonReader(String text, int start) {
    this.text = text;
    this.parser = new JsonParser(text, start, this);
  }

  /// The offset after the last value, where reading continues.
  int offset() {
    return parser.offset();
  }

  /// Skips white space and returns whether anything is left.
  public boolean hasMore() {
    return parser.hasMore();
  }

  /// Reads the next value.
  public Node next() throws RefusedDocumentException {
    JsonError error = parser.next();
    if (error != null) {
      throw refused(error);
    }
    Node value = complete;
    if (value == null) {
      throw new IllegalStateException("a value without an end");
    }
    complete = null;
    return value;
  }

  @Override
  public void open(JsonType type, int start) {
    open.push(type == JsonType.OBJECT ? new Node.Mapping(start) : new Node.Sequence(start));
  }

  @Override
  public void key(int start, int end, String decoded) {
    if (open.element() instanceof Node.Mapping mapping) {
      mapping.keys().add(string(start, end, decoded));
    }
  }

  @Override
  public void scalar(JsonType type, int start, int end, String decoded) {
    attach(
        type == JsonType.STRING
            ? string(start, end, decoded)
            : new Node.Scalar(start, end, text.substring(start, end), Node.Style.JSON, null, true));
  }

  @Override
  public void close(JsonType type, int start, int end) {
    Node value = open.pop();
    switch (value) {
      case Node.Mapping mapping -> mapping.endAt(end);
      case Node.Sequence sequence -> sequence.endAt(end);
      case Node.Scalar _, Node.Alias _ -> throw new IllegalStateException("open scalar");
    }
    attach(value);
  }

  private static Node.Scalar string(int start, int end, String decoded) {
    return new Node.Scalar(start, end, decoded, Node.Style.JSON, null, false);
  }

  /// Adds a complete value to the innermost open collection.
  private void attach(Node value) {
    switch (open.peek()) {
      case null -> complete = value;
      case Node.Mapping mapping -> mapping.values().add(value);
      case Node.Sequence sequence -> sequence.items().add(value);
      case Node.Scalar _, Node.Alias _ -> throw new IllegalStateException("open scalar");
    }
  }

  private RefusedDocumentException refused(JsonError error) {
    int at = error.at();
    return switch (error.problem()) {
      case VALUE, FIRST_ITEM -> refused(at, "JSON expects a value here");
      case NEXT_ITEM -> refused(at, "JSON expects \",\" or \"]\" here");
      case FIRST_KEY, NEXT_KEY -> refused(at, "JSON expects a key in double quotes here");
      case COLON -> refused(at, "JSON expects \":\" after the key");
      case NEXT_MEMBER -> refused(at, "JSON expects \",\" or \"}\" here");
      case DIGIT -> refused(at, "JSON expects a digit here");
      case TOO_DEEP ->
          refused(at, "the document is nested deeper than " + JsonParser.MAX_DEPTH + " levels");
      case CONTROL_CHARACTER ->
          refused(at, "a control character in a JSON string; write it as an escape");
      case ESCAPE ->
          new RefusedDocumentException(
              at, Math.min(text.length(), at + 2), "JSON has no such escape");
      case UNCLOSED_STRING ->
          new RefusedDocumentException(
              error.start(), text.length(), "the string that starts here does not end");
    };
  }

  private RefusedDocumentException refused(int at, String problem) {
    boolean ends = at >= text.length();
    int end = ends ? at : text.offsetByCodePoints(at, 1);
    return new RefusedDocumentException(
        at, end, ends ? "the JSON document ends too early" : problem);
  }
}
