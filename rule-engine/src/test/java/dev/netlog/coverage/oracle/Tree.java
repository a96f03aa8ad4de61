package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A place in a manifest that may hold nothing. A JSON null is nothing, as for the API server.
public record Tree(@Nullable Value value) {
  /// The member of a name.
  public Tree get(String name) {
    return new Tree(value instanceof Value.Mapping mapping ? mapping.get(name) : null);
  }

  /// The place at the end of a way.
  public Tree at(String... names) {
    Tree here = this;
    for (String name : names) {
      here = here.get(name);
    }
    return here;
  }

  /// Whether there is something.
  public boolean exists() {
    return value != null && !(value instanceof Value.Null);
  }

  /// Whether something is written, be it null.
  public boolean isWritten() {
    return value != null;
  }

  /// The items; none where there is no array.
  public List<Tree> items() {
    List<Tree> items = new ArrayList<>();
    if (value instanceof Value.Sequence(List<Value> values)) {
      values.forEach(each -> items.add(new Tree(each)));
    }
    return items;
  }

  /// The names of the members.
  public Set<String> names() {
    return value instanceof Value.Mapping(Map<String, Value> members) ? members.keySet() : Set.of();
  }

  /// The string, null where there is none.
  public @Nullable String text() {
    return value instanceof Value.Text(String text) ? text : null;
  }

  /// The string, or another one.
  public String text(String otherwise) {
    String text = text();
    return text == null ? otherwise : text;
  }

  /// Whether this is `true`.
  public boolean isTrue() {
    return value instanceof Value.Bool(boolean flag) && flag;
  }

  /// The number, null where there is none.
  public @Nullable Integer number() {
    return value instanceof Value.Numeral(String literal) ? Integer.valueOf(literal) : null;
  }

  /// The strings below this, by name.
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names()) {
      texts.put(name, get(name).text(""));
    }
    return texts;
  }

  /// The value of plain maps, lists, strings, numbers, booleans and nulls.
  public static Value value(@Nullable Object plain) {
    return switch (plain) {
      case null -> Value.Null.NULL;
      case Value value -> value;
      case String text -> new Value.Text(text);
      case Boolean flag -> new Value.Bool(flag);
      case Integer number -> new Value.Numeral(number.toString());
      case List<?> list -> new Value.Sequence(list.stream().map(Tree::value).toList());
      case Map<?, ?> map -> {
        Map<String, Value> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, value(member)));
        yield new Value.Mapping(members);
      }
      default -> throw new IllegalArgumentException(plain.getClass().toString());
    };
  }

  /// A map of names and values in turn, in this order.
  public static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String name = (String) pairs[i];
      if (name != null) {
        map.put(name, pairs[i + 1]);
      }
    }
    return map;
  }
}
