package dev.netlog.io.kustomize;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets fields of objects as kustomize does, in copies.
final class MergedFields {
  private MergedFields() {}

  /// The object with one value set; null if a part of the way is no mapping.
  static Value.@Nullable Mapping set(Value.Mapping object, List<String> path, Value value) {
    return put(object, path.subList(0, path.size() - 1), Map.of(path.getLast(), value), true);
  }

  /// The object with entries added to a mapping, in each item where the way leads through a list;
  /// null if a part of the way is neither.
  ///
  /// @param creates whether a mapping that is not there is created; otherwise it stays away
  static Value.@Nullable Mapping put(
      Value.Mapping object, List<String> path, Map<String, Value> entries, boolean creates) {
    return put((Value) object, path, entries, creates) instanceof Value.Mapping mapping
        ? mapping
        : null;
  }

  private static @Nullable Value put(
      Value value, List<String> path, Map<String, Value> entries, boolean creates) {
    return switch (value) {
      case Value.Mapping mapping -> inMapping(mapping, path, entries, creates);
      case Value.Sequence(List<Value> items) -> inItems(items, path, entries, creates);
      case Value.Null _, Value.Text _, Value.Bool _, Value.Numeral _ -> null;
    };
  }

  private static @Nullable Value inMapping(
      Value.Mapping mapping, List<String> path, Map<String, Value> entries, boolean creates) {
    Map<String, Value> members = new LinkedHashMap<>(mapping.members());
    if (path.isEmpty()) {
      members.putAll(entries);
      return new Value.Mapping(members);
    }
    Value child = members.get(path.getFirst());
    if (child == null && !creates) {
      return mapping;
    }
    Value next =
        put(
            child == null ? Value.Mapping.EMPTY : child,
            path.subList(1, path.size()),
            entries,
            creates);
    if (next == null) {
      return null;
    }
    members.put(path.getFirst(), next);
    return new Value.Mapping(members);
  }

  private static @Nullable Value inItems(
      List<Value> items, List<String> path, Map<String, Value> entries, boolean creates) {
    List<Value> changed = new ArrayList<>();
    for (Value item : items) {
      Value next = put(item, path, entries, creates);
      if (next == null) {
        return null;
      }
      changed.add(next);
    }
    return new Value.Sequence(changed);
  }
}
