package dev.netlog.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the members of an object, in their order. For one object, by one thread.
public final class MappingBuilder {
  /// The maximum number of members in an array; more are stored in a hash table.
  public static final int FEW = FewMembers.MOST;

  private static final int FIRST = 8;

  private Object[] table = new Object[FIRST];
  private int length;

  /// All members, if there are too many for the array.
  private @Nullable Map<String, Value> many;

  /// Adds a member; one with the same name keeps its position and gets the new value.
  ///
  /// @return the previous value, null if there was none
  public @Nullable Value put(String name, Value value) {
    if (many != null) {
      return many.put(name, value);
    }
    for (int i = 0; i < length; i += 2) {
      if (table[i].equals(name)) {
        Value before = (Value) table[i + 1];
        table[i + 1] = value;
        return before;
      }
    }
    if (length == 2 * FEW) {
      many = new LinkedHashMap<>(new FewMembers(table));
      return many.put(name, value);
    }
    if (length == table.length) {
      table = Arrays.copyOf(table, 2 * length);
    }
    table[length++] = name;
    table[length++] = value;
    return null;
  }

  /// The object. The builder must not be used afterwards.
  public Value.Mapping build() {
    return new Value.Mapping(
        many == null ? new FewMembers(Arrays.copyOf(table, length)) : new ManyMembers(many));
  }
}
