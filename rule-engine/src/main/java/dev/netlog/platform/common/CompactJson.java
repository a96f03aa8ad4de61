package dev.netlog.platform.common;

import dev.netlog.model.Value;
import java.util.Map;
import java.util.stream.Collectors;

/// Values as JSON text on one line, without blanks.
final class CompactJson {
  private CompactJson() {}

  /// The text of a value.
  static String of(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean flag) -> Boolean.toString(flag);
      case Value.Numeral(String literal) -> literal;
      case Value.Text(String text) -> quoted(text);
      case Value.Sequence(var items) ->
          items.stream().map(CompactJson::of).collect(Collectors.joining(",", "[", "]"));
      case Value.Mapping(Map<String, Value> members) ->
          members.entrySet().stream()
              .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        json.append('\\').append(letter);
      } else if (letter < ' ') {
        json.append("\\u00").append(Character.forDigit(letter >> 4, 16));
        json.append(Character.forDigit(letter & 15, 16));
      } else {
        json.append(letter);
      }
    }
    return json.append('"').toString();
  }
}
