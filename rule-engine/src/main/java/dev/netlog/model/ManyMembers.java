package dev.netlog.model;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The members of an object that has many. Unlike an unmodifiable view of a map it can be told from
/// a map that someone else may still change. Immutable.
final class ManyMembers extends AbstractMap<String, Value> {
  private final Map<String, Value> members;

  /// @param members is not copied; nobody else keeps it
  ManyMembers(Map<String, Value> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    return members.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return members.containsKey(name);
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Value> action) {
    members.forEach(action);
  }

  @Override
  public Set<Map.Entry<String, Value>> entrySet() {
    return members.entrySet();
  }
}
