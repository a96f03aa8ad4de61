package dev.netlog.settings;

import dev.netlog.model.JsonPointer;
import dev.netlog.rule.Place;

/// Something that cannot stand in a settings file. The edge turns its place into line and column.
///
/// @param pointer the member
/// @param part its key or its value
/// @param message one line, lower case, with the next step
public record SettingsProblem(JsonPointer pointer, Place.Part part, String message) {
  /// A value that cannot be.
  static SettingsProblem value(JsonPointer pointer, String message) {
    return new SettingsProblem(pointer, Place.Part.VALUE, message);
  }

  /// A key that cannot be.
  static SettingsProblem key(JsonPointer pointer, String message) {
    return new SettingsProblem(pointer, Place.Part.KEY, message);
  }

  /// Where it stands.
  public Place place() {
    return new Place(pointer, part, null);
  }
}
