package dev.netlog.settings;

import java.util.List;

/// What became of a settings file.
public sealed interface SettingsReading {
  /// It can be used.
  record Usable(Settings settings) implements SettingsReading {}

  /// It cannot be used, and this is all that is wrong with it; never empty.
  record Refused(List<SettingsProblem> problems) implements SettingsReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
