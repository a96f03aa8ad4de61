package dev.netlog.io.config;

import dev.netlog.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/// The settings in force.
///
/// @param settings what they say
/// @param folder what the paths of targets are relative to, absolute
/// @param notes one line each about what stands in the file and changes nothing, for the user
public record Config(Settings settings, Path folder, List<String> notes) {
  public Config {
    notes = List.copyOf(notes);
  }

  /// Where there is no settings file.
  public static Config none(Path folder) {
    return new Config(Settings.NONE, folder, List.of());
  }
}
