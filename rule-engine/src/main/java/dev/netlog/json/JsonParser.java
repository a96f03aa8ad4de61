package dev.netlog.json;

import dev.netlog.json.JsonError.Problem;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Reads one JSON value after the other from a text.
///
/// It accepts what Go's `encoding/json` accepts and nothing else: [RFC
/// 8259](https://www.rfc-editor.org/rfc/rfc8259) without any extension, nesting up to a limit. It
/// works in a loop, so deep nesting costs no stack. For one thread.
public final class JsonParser {
  /// The limit of [Go's
  /// scanner](https://cs.opensource.google/go/go/+/master:src/encoding/json/scanner.go),
  /// `maxNestingDepth`.
  public static final int MAX_DEPTH = 10_000;

  private final String text;
  private final JsonHandler handler;

  /// Which of the open containers are objects, and where they begin, the outermost first.
  private final BitSet objects = new BitSet();

  private int[] starts = new int[8];
  private int depth;
  private int at;
  private @Nullable JsonError error;

  /// What the grammar asks for next.
  private enum Expected {
    VALUE(Problem.VALUE),
    FIRST_ITEM(Problem.FIRST_ITEM),
    NEXT_ITEM(Problem.NEXT_ITEM),
    FIRST_KEY(Problem.FIRST_KEY),
    NEXT_KEY(Problem.NEXT_KEY),
    COLON(Problem.COLON),
    NEXT_MEMBER(Problem.NEXT_MEMBER),
    NOTHING(Problem.VALUE);

    private final Problem problem;

    Expected(Problem problem) {
      this.problem = problem;
    }
  }

  /// A parser of a text from an offset on.
  public JsonParser(String text, int start, JsonHandler handler) {
    this.text = text;
    this.at = start;
    this.handler = handler;
  }

  /// Where reading goes on: behind the last value, and the blanks after it if [#hasMore] was asked.
  public int offset() {
    return at;
  }

  /// Skips blanks and tells whether anything is left.
  public boolean hasMore() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length();
  }

  /// Reads the next value.
  ///
  /// @return what keeps it from being one, or null; after a problem there is nothing to read on
  public @Nullable JsonError next() {
    Expected expected = Expected.VALUE;
    while (expected != Expected.NOTHING) {
      if (!hasMore()) {
        return JsonError.of(expected.problem, at);
      }
      expected = step(expected, text.charAt(at));
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  private Expected step(Expected expected, char c) {
    return switch (expected) {
      case VALUE -> value(expected, c);
      case FIRST_ITEM -> c == ']' ? close() : value(expected, c);
      case NEXT_ITEM -> c == ',' ? pass(Expected.VALUE) : c == ']' ? close() : refuse(expected);
      case FIRST_KEY -> c == '}' ? close() : key(expected, c);
      case NEXT_KEY -> key(expected, c);
      case COLON -> c == ':' ? pass(Expected.VALUE) : refuse(expected);
      case NEXT_MEMBER ->
          c == ',' ? pass(Expected.NEXT_KEY) : c == '}' ? close() : refuse(expected);
      case NOTHING -> expected;
    };
  }

  private Expected pass(Expected next) {
    at++;
    return next;
  }

  private Expected key(Expected expected, char c) {
    if (c != '"') {
      return refuse(expected);
    }
    int start = at;
    String decoded = string();
    if (error == null) {
      handler.key(start, at, decoded);
    }
    return Expected.COLON;
  }

  private Expected value(Expected expected, char c) {
    int start = at;
    return switch (c) {
      case '{' -> open(JsonType.OBJECT);
      case '[' -> open(JsonType.ARRAY);
      case '"' -> {
        String decoded = string();
        yield error == null ? scalar(JsonType.STRING, start, decoded) : expected;
      }
      case 't' -> literal("true", JsonType.BOOLEAN);
      case 'f' -> literal("false", JsonType.BOOLEAN);
      case 'n' -> literal("null", JsonType.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          number() ? scalar(JsonType.NUMBER, start, "") : expected;
      default -> refuse(expected);
    };
  }

  private Expected open(JsonType type) {
    if (depth == MAX_DEPTH) {
      error = JsonError.of(Problem.TOO_DEEP, at);
      return Expected.NOTHING;
    }
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, 2 * depth);
    }
    handler.open(type, at);
    objects.set(depth, type == JsonType.OBJECT);
    starts[depth] = at;
    depth++;
    at++;
    return type == JsonType.OBJECT ? Expected.FIRST_KEY : Expected.FIRST_ITEM;
  }

  private Expected close() {
    at++;
    depth--;
    handler.close(objects.get(depth) ? JsonType.OBJECT : JsonType.ARRAY, starts[depth], at);
    return behindValue();
  }

  private Expected scalar(JsonType type, int start, String decoded) {
    handler.scalar(type, start, at, decoded);
    return behindValue();
  }

  private Expected behindValue() {
    if (depth == 0) {
      return Expected.NOTHING;
    }
    return objects.get(depth - 1) ? Expected.NEXT_MEMBER : Expected.NEXT_ITEM;
  }

  private Expected literal(String word, JsonType type) {
    int start = at;
    if (!text.startsWith(word, at)) {
      return refuse(Expected.VALUE);
    }
    at += word.length();
    return scalar(type, start, "");
  }

  private boolean number() {
    skip("-");
    if (!skip("0") && !digits()) {
      return false;
    }
    if (skip(".") && !digits()) {
      return false;
    }
    if (skip("eE")) {
      skip("+-");
      return digits();
    }
    return true;
  }

  /// Skips one of these characters; false where another stands here.
  private boolean skip(String characters) {
    boolean isOne = at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    at += isOne ? 1 : 0;
    return isOne;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      error = JsonError.of(Problem.DIGIT, at);
    }
    return at > start;
  }

  private String string() {
    JsonString string = JsonString.read(text, at);
    error = string.error();
    at = string.end();
    return string.decoded();
  }

  private Expected refuse(Expected expected) {
    error = JsonError.of(expected.problem, at);
    return expected;
  }
}
