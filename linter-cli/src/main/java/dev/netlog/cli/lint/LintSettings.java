package dev.netlog.cli.lint;

import dev.netlog.run.Severities;
import dev.netlog.settings.Target;
import java.nio.file.Path;
import java.util.List;

/// The settings of a run.
///
/// @param severities the severities of findings
/// @param folder the base folder for the paths of targets, absolute
/// @param targets clusters whose files are judged separately from the others
public record LintSettings(Severities severities, Path folder, List<Target> targets) {
  /// The defaults, without a settings file.
  public static final LintSettings NONE =
      new LintSettings(Severities.STANDARD, Path.of("").toAbsolutePath(), List.of());

  public LintSettings {
    targets = List.copyOf(targets);
  }
}
