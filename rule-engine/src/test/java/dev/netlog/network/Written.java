package dev.netlog.network;

import dev.netlog.model.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values as manifests hold them.
final class Written {
  private Written() {}

  static Value text(String text) {
    return new Value.Text(text);
  }

  static Value list(Value... items) {
    return new Value.Sequence(List.of(items));
  }

  static Value texts(String... texts) {
    return new Value.Sequence(Arrays.stream(texts).map(Written::text).toList());
  }

  /// A mapping of names and values by turns.
  static Value.Mapping mapping(Object... namesAndValues) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      members.put(
          (String) namesAndValues[i], value instanceof String text ? text(text) : (Value) value);
    }
    return new Value.Mapping(members);
  }

  static Value labels(Object... namesAndValues) {
    return mapping("matchLabels", mapping(namesAndValues));
  }

  static Value expressions(Value... expressions) {
    return mapping("matchExpressions", list(expressions));
  }

  static Value expression(String key, String operator, String... values) {
    return mapping("key", key, "operator", operator, "values", texts(values));
  }
}
