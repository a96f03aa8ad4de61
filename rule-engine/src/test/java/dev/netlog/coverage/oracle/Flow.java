package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Values on one line.
public final class Flow {
  private Flow() {}

  /// The value with its members by name.
  public static String text(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean flag) -> String.valueOf(flag);
      case Value.Numeral(String literal) -> literal;
      case Value.Text(String text) -> text;
      case Value.Sequence(List<Value> items) ->
          items.stream().map(Flow::text).collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping(Map<String, Value> members) ->
          members.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(each -> each.getKey() + ": " + text(each.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
