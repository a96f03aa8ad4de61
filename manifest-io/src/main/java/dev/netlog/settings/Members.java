package dev.netlog.settings;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mapping of the settings file with its place. A member of an unexpected type reads as absent:
/// the schema check has already reported it.
record Members(JsonPointer place, Map<String, Value> values) {
  /// The members of the file; none if it is not a mapping.
  static Members of(Value file) {
    return of(JsonPointer.ROOT, file);
  }

  private static Members of(JsonPointer place, @Nullable Value value) {
    return new Members(
        place, value instanceof Value.Mapping(Map<String, Value> members) ? members : Map.of());
  }

  Set<String> names() {
    return values.keySet();
  }

  JsonPointer at(String name) {
    return place.child(name);
  }

  Members mapping(String name) {
    return of(at(name), values.get(name));
  }

  /// The mappings of a list, each with its place.
  List<Members> mappings(String name) {
    List<Members> mappings = new ArrayList<>();
    List<Value> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      mappings.add(of(at(name).child(i), items.get(i)));
    }
    return mappings;
  }

  List<Value> items(String name) {
    return values.get(name) instanceof Value.Sequence(List<Value> items) ? items : List.of();
  }

  @Nullable String text(String name) {
    return values.get(name) instanceof Value.Text(String text) ? text : null;
  }

  @Nullable Boolean flag(String name) {
    return values.get(name) instanceof Value.Bool(boolean flag) ? flag : null;
  }

  /// A number, exactly as written.
  @Nullable BigDecimal number(String name) {
    return values.get(name) instanceof Value.Numeral(String literal)
        ? new BigDecimal(literal)
        : null;
  }
}
