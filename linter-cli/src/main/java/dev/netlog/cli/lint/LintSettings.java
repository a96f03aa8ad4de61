package dev.netlog.cli.lint;

import dev.netlog.run.Severities;
import dev.netlog.settings.Target;
import java.nio.file.Path;
import java.util.List;

/// What settings ask of a run.
///
/// @param severities what findings weigh
/// @param folder what the paths of targets are relative to, absolute
/// @param targets clusters whose files are judged apart from the others
public record LintSettings(Severities severities, Path folder, List<Target> targets) {
  /// Where there are no settings.
  public static final LintSettings NONE =
      new LintSettings(Severities.STANDARD, Path.of("").toAbsolutePath(), List.of());

  public LintSettings {
    targets = List.copyOf(targets);
  }
}
