package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.List;
import java.util.Map;

/// Values as YAML.
final class Yaml {
  private Yaml() {}

  static void write(Value value, int indent, StringBuilder to) {
    switch (value) {
      case Value.Null _ -> to.append(" null");
      case Value.Bool(boolean flag) -> to.append(' ').append(flag);
      case Value.Numeral(String literal) -> to.append(' ').append(literal);
      case Value.Text(String text) -> to.append(' ').append(quoted(text));
      case Value.Sequence(List<Value> items) -> {
        if (items.isEmpty()) {
          to.append(" []");
        }
        for (Value item : items) {
          line(indent, to).append('-');
          write(item, indent + 1, to);
        }
      }
      case Value.Mapping(Map<String, Value> members) -> {
        if (members.isEmpty()) {
          to.append(" {}");
        }
        members.forEach(
            (name, member) -> {
              line(indent, to).append(plain(name) ? name : quoted(name)).append(':');
              write(member, indent + 1, to);
            });
      }
    }
  }

  private static StringBuilder line(int indent, StringBuilder to) {
    return to.append('\n').append("  ".repeat(indent));
  }

  private static boolean plain(String text) {
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "./-".indexOf(c) >= 0);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
