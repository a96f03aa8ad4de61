package dev.netlog.settings;

import dev.netlog.model.JsonPointer;
import dev.netlog.rule.Place;

/// A problem with one member of a settings file. The caller turns its place into line and column.
///
/// @param pointer the member
/// @param part whether the key or the value is wrong
/// @param message one line, lower case, with the next step
public record SettingsProblem(JsonPointer pointer, Place.Part part, String message) {
  /// A problem with a value.
  static SettingsProblem value(JsonPointer pointer, String message) {
    return new SettingsProblem(pointer, Place.Part.VALUE, message);
  }

  /// A problem with a key.
  static SettingsProblem key(JsonPointer pointer, String message) {
    return new SettingsProblem(pointer, Place.Part.KEY, message);
  }

  /// The place of the problem.
  public Place place() {
    return new Place(pointer, part, null);
  }
}
