package dev.netlog.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which parts of a value somebody asks for, so that the others need not be built.
///
/// @param members what is asked of each member of an object, or of each object in an array, by
///   name; empty for all of the value
public record FieldMask(Map<String, FieldMask> members) {
  /// All of it.
  public static final FieldMask ALL = new FieldMask(Map.of());

  public FieldMask {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /// These members as a whole.
  public static FieldMask of(String... names) {
    Map<String, FieldMask> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, ALL);
    }
    return new FieldMask(members);
  }

  /// The same and a member of which these parts are asked for.
  public FieldMask and(String name, FieldMask parts) {
    Map<String, FieldMask> more = new LinkedHashMap<>(members);
    more.put(name, parts);
    return new FieldMask(more);
  }

  /// Whether nothing is left out.
  public boolean areAll() {
    return members.isEmpty();
  }

  /// What is asked of a member, null where it is left out.
  public @Nullable FieldMask member(String name) {
    return areAll() ? ALL : members.get(name);
  }
}
