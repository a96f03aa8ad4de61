package dev.netlog.rule;

import dev.netlog.model.JsonPointer;
import org.jspecify.annotations.Nullable;

/// The place of a violation in a resource; the linter turns it into line and column.
///
/// @param pointer the member
/// @param part its value or its key
/// @param range for a string value, the relevant characters; null for all
public record Place(JsonPointer pointer, Part part, @Nullable Range range) {

  /// The part of a member.
  public enum Part {
    KEY,
    VALUE
  }

  /// A range of UTF-16 code units of a string value, as Java counts.
  ///
  /// @param start inclusive, from 0
  /// @param end exclusive, at least start, at most the length of the string
  public record Range(int start, int end) {}

  /// The value at a pointer.
  public static Place value(JsonPointer pointer) {
    return new Place(pointer, Part.VALUE, null);
  }

  /// The key at a pointer.
  public static Place key(JsonPointer pointer) {
    return new Place(pointer, Part.KEY, null);
  }

  /// Some characters of the string at a pointer.
  public static Place text(JsonPointer pointer, int start, int end) {
    return new Place(pointer, Part.VALUE, new Range(start, end));
  }
}
