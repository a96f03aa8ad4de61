package dev.netlog.platform.ovn;

import dev.netlog.platform.ovn.JsonText.JsonType;
import dev.netlog.platform.ovn.JsonText.Member;
import dev.netlog.platform.ovn.JsonText.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strict scanner of JSON texts that keeps the places of the outermost object's members.
///
/// It accepts what Go's `encoding/json` accepts and nothing else: [RFC
/// 8259](https://www.rfc-editor.org/rfc/rfc8259) without any extension, nothing after the value,
/// nesting up to a limit. It works in a loop, so deep nesting costs no stack. One instance scans
/// one text.
final class JsonScanner {
  /// The limit of [Go's
  /// scanner](https://cs.opensource.google/go/go/+/master:src/encoding/json/scanner.go),
  /// `maxNestingDepth`.
  static final int MAX_DEPTH = 10_000;

  private final String text;
  private final List<Member> members = new ArrayList<>();
  private final BitSet objects = new BitSet();
  private int depth;
  private int at;

  /// Where the containers begin whose places are asked for: the whole value, and a member's.
  private final int[] starts = new int[2];

  private @Nullable Token key;
  private @Nullable Token whole;
  private JsonText.@Nullable Malformed problem;

  /// What the grammar asks for next.
  private enum Expected {
    VALUE("a value"),
    FIRST_ITEM("a value or \"]\""),
    NEXT_ITEM("\",\" or \"]\""),
    FIRST_KEY("a key in double quotes"),
    NEXT_KEY("a key in double quotes"),
    COLON("\":\""),
    NEXT_MEMBER(JsonProblem.NEXT_MEMBER),
    END("the end");

    private final String words;

    Expected(String words) {
      this.words = words;
    }
  }

  private JsonScanner(String text) {
    this.text = text;
  }

  /// Scans a text; it must not be empty.
  static JsonText scan(String text) {
    return new JsonScanner(text).document();
  }

  private JsonText document() {
    Expected expected = Expected.VALUE;
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      expected = step(expected, text.charAt(at));
      if (problem != null) {
        return problem;
      }
    }
    if (whole == null) {
      int last = Math.max(0, text.stripTrailing().length() - 1);
      return new JsonText.Malformed(
          last, last + 1, "the text ends where " + expected.words + " is expected", null);
    }
    return whole.type() == JsonType.OBJECT
        ? new JsonText.Members(whole, members)
        : new JsonText.Other(whole);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
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
      case END -> refuse(expected);
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
    if (depth == 1) {
      key = new Token(JsonType.STRING, start, at, decoded);
    }
    return Expected.COLON;
  }

  private Expected value(Expected expected, char c) {
    int start = at;
    return switch (c) {
      case '{' -> open(true);
      case '[' -> open(false);
      case '"' -> {
        String decoded = string();
        yield finished(new Token(JsonType.STRING, start, at, decoded));
      }
      case 't' -> literal("true", JsonType.BOOLEAN);
      case 'f' -> literal("false", JsonType.BOOLEAN);
      case 'n' -> literal("null", JsonType.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> refuse(expected);
    };
  }

  private Expected open(boolean object) {
    if (depth == MAX_DEPTH) {
      problem = new JsonText.Malformed(at, at + 1, "nesting is deeper than 10000 levels", null);
    }
    objects.set(depth, object);
    if (depth < starts.length) {
      starts[depth] = at;
    }
    depth++;
    at++;
    return object ? Expected.FIRST_KEY : Expected.FIRST_ITEM;
  }

  private Expected close() {
    at++;
    depth--;
    JsonType type = objects.get(depth) ? JsonType.OBJECT : JsonType.ARRAY;
    int start = depth < starts.length ? starts[depth] : at;
    return finished(new Token(type, start, at, ""));
  }

  /// A value has ended: notes it where it is the whole text or a member of the outermost object.
  private Expected finished(Token token) {
    if (depth == 0) {
      whole = token;
      return Expected.END;
    }
    if (depth == 1 && key != null) {
      members.add(new Member(key, token));
    }
    return objects.get(depth - 1) ? Expected.NEXT_MEMBER : Expected.NEXT_ITEM;
  }

  private Expected literal(String word, JsonType type) {
    int start = at;
    if (!text.startsWith(word, at)) {
      return refuse(Expected.VALUE);
    }
    at += word.length();
    return finished(new Token(type, start, at, ""));
  }

  private Expected number() {
    int start = at;
    if (text.charAt(at) == '-') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '0') {
      at++;
    } else if (!digits()) {
      return Expected.VALUE;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      if (!digits()) {
        return Expected.VALUE;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      if (!digits()) {
        return Expected.VALUE;
      }
    }
    return finished(new Token(JsonType.NUMBER, start, at, ""));
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      problem = JsonProblem.at(text, at, "a digit");
    }
    return at > start;
  }

  private String string() {
    JsonString string = JsonString.scan(text, at);
    problem = string.problem();
    at = string.end();
    return string.decoded();
  }

  private Expected refuse(Expected expected) {
    problem = JsonProblem.at(text, at, expected.words);
    return expected;
  }
}
