package dev.netlog.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the members of an object, in the order in which they come. For one object, by one
/// thread.
public final class MappingBuilder {
  /// The most members that an object keeps one after the other; more are hashed too.
  public static final int FEW = FewMembers.MOST;

  private static final int FIRST = 8;

  private Object[] table = new Object[FIRST];
  private int length;

  /// All members, where they are too many for the table.
  private @Nullable Map<String, Value> many;

  /// Adds a member; one of the same name that was there keeps its place and loses its value.
  ///
  /// @return the value that was lost, null where there was none
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

  /// The object. The builder is not to be used any more.
  public Value.Mapping build() {
    return new Value.Mapping(
        many == null ? new FewMembers(Arrays.copyOf(table, length)) : new ManyMembers(many));
  }
}
