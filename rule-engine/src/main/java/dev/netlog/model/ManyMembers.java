package dev.netlog.model;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The members of an object with many members. Unlike an unmodifiable view of a map, its type
/// guarantees that nobody can change it. Immutable.
final class ManyMembers extends AbstractMap<String, Value> {
  private final Map<String, Value> members;

  /// @param members not copied; the caller must not keep it
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
