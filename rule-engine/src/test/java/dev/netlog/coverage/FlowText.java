package dev.netlog.coverage;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values from one line of YAML in flow style: what the tests of this package need of it.
final class FlowText {
  private static final String ENDS = ",]}";

  private final String text;
  private int at;

  FlowText(String text) {
    this.text = text;
  }

  /// Whether nothing is left but space.
  boolean isDone() {
    skipSpace();
    return at == text.length();
  }

  /// The next word, up to space or a brace; empty where a brace is next.
  String word() {
    skipSpace();
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != '{') {
      at++;
    }
    return text.substring(start, at);
  }

  /// The next value.
  Value value() {
    skipSpace();
    return switch (text.charAt(at)) {
      case '{' -> mapping();
      case '[' -> sequence();
      case '\'' -> new Value.Text(quoted());
      default -> plain();
    };
  }

  private Value mapping() {
    Map<String, Value> members = new LinkedHashMap<>();
    at++;
    while (!skips('}')) {
      skipSpace();
      String name = text.charAt(at) == '\'' ? quoted() : name();
      if (!skips(':')) {
        throw new IllegalArgumentException("no colon at " + at + " of " + text);
      }
      members.put(name, value());
      skips(',');
    }
    return new Value.Mapping(members);
  }

  private Value sequence() {
    List<Value> items = new ArrayList<>();
    at++;
    while (!skips(']')) {
      items.add(value());
      skips(',');
    }
    return new Value.Sequence(items);
  }

  private String quoted() {
    int end = text.indexOf('\'', at + 1);
    String quoted = text.substring(at + 1, end);
    at = end + 1;
    return quoted;
  }

  private String name() {
    int start = at;
    while (!text.startsWith(": ", at)) {
      at++;
    }
    return text.substring(start, at);
  }

  private Value plain() {
    int start = at;
    while (ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String plain = text.substring(start, at).strip();
    return switch (plain) {
      case "true", "false" -> new Value.Bool(plain.equals("true"));
      case "null" -> Value.Null.NULL;
      default ->
          plain.chars().allMatch(Character::isDigit)
              ? new Value.Numeral(plain)
              : new Value.Text(plain);
    };
  }

  private boolean skips(char expected) {
    skipSpace();
    if (text.charAt(at) != expected) {
      return false;
    }
    at++;
    return true;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
