package dev.netlog.settings;

/// A setting in which the head of a change differs from its base.
///
/// @param setting its path in the settings file: `targets.prod.assume.networkLogging`
/// @param base its value in the base, empty if it is not set there
/// @param head its value at the head, empty if it is not set there
/// @param loosens whether gates let more pass with the value of the head
public record SettingChange(String setting, String base, String head, boolean loosens) {
  /// The change in one line.
  public String text() {
    return setting + " is " + shown(base) + " in the base and " + shown(head) + " at the head";
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not set" : value;
  }
}
