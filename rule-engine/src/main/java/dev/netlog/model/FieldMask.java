package dev.netlog.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a value that a caller needs, so that the others need not be built.
///
/// @param members the mask of each needed member of an object, or of each object in an array, by
///   name; empty for the whole value
public record FieldMask(Map<String, FieldMask> members) {
  /// The whole value.
  public static final FieldMask ALL = new FieldMask(Map.of());

  public FieldMask {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /// These members completely.
  public static FieldMask of(String... names) {
    Map<String, FieldMask> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, ALL);
    }
    return new FieldMask(members);
  }

  /// This mask and some fields of a further member.
  public FieldMask and(String name, FieldMask parts) {
    Map<String, FieldMask> more = new LinkedHashMap<>(members);
    more.put(name, parts);
    return new FieldMask(more);
  }

  /// Whether it is the whole value.
  public boolean areAll() {
    return members.isEmpty();
  }

  /// The mask of a member, null if it is not needed.
  public @Nullable FieldMask member(String name) {
    return areAll() ? ALL : members.get(name);
  }
}
