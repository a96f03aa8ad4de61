package dev.netlog.settings;

import java.util.List;

/// The result of reading a settings file.
public sealed interface SettingsReading {
  /// The file is valid.
  record Usable(Settings settings) implements SettingsReading {}

  /// The file is invalid; lists all problems, never empty.
  record Refused(List<SettingsProblem> problems) implements SettingsReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
