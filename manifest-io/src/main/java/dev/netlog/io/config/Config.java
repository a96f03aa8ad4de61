package dev.netlog.io.config;

import dev.netlog.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/// The settings of a run.
///
/// @param settings the settings
/// @param folder the base folder for the paths of targets, absolute
/// @param notes one line for the user about each entry of the file that has no effect
public record Config(Settings settings, Path folder, List<String> notes) {
  public Config {
    notes = List.copyOf(notes);
  }

  /// The default settings, without a settings file.
  public static Config none(Path folder) {
    return new Config(Settings.NONE, folder, List.of());
  }
}
