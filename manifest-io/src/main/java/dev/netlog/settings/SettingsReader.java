package dev.netlog.settings;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Reads settings from a value: checks it against the schema, then checks what a schema cannot
/// express.
///
/// Safe for use by several threads.
public final class SettingsReader {
  private final RuleCatalog catalog;

  /// A reader that knows the rules and platforms of a catalogue.
  public SettingsReader(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Returns the settings, or all problems with them.
  ///
  /// @param file the document of the file; null for an empty file
  public SettingsReading read(Value file) {
    if (file instanceof Value.Null) {
      return new SettingsReading.Usable(Settings.NONE);
    }
    List<SettingsProblem> problems = new ArrayList<>(SettingsLimits.problems(file));
    if (!problems.isEmpty()) {
      return new SettingsReading.Refused(problems);
    }
    problems.addAll(SettingsSchema.of(catalog).problems(file));
    Settings settings = new TypedSettings(catalog, problems).read(Members.of(file));
    return problems.isEmpty()
        ? new SettingsReading.Usable(settings)
        : new SettingsReading.Refused(problems);
  }
}
