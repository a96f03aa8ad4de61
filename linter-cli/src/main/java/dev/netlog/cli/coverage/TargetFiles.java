package dev.netlog.cli.coverage;

import dev.netlog.cli.input.RunPaths;
import dev.netlog.settings.PathPattern;
import dev.netlog.settings.Target;
import java.util.List;
import java.util.stream.Stream;

/// The files of one target. Paths are relative to the folder of the settings file.
///
/// @param own the target in the deciding settings; empty if only the head has it
/// @param added the target as the head has it, if the base decides: it adds files that no target of
///   the base includes; empty if there is nothing to add
/// @param taken the targets of the base, if something is added
/// @param ignored files of no target
public record TargetFiles(
    List<Target> own, List<Target> added, List<Target> taken, List<PathPattern> ignored) {
  public TargetFiles {
    own = List.copyOf(own);
    added = List.copyOf(added);
    taken = List.copyOf(taken);
    ignored = List.copyOf(ignored);
  }

  /// Whether a file belongs to the target.
  public boolean holds(String path) {
    return ignored.stream().noneMatch(pattern -> pattern.takesIn(path))
        && (own.stream().anyMatch(target -> target.holds(path)) || adds(path));
  }

  /// Whether only the settings of the head add a file to it.
  boolean adds(String path) {
    return added.stream().anyMatch(target -> target.holds(path))
        && taken.stream().noneMatch(target -> target.holds(path));
  }

  /// Whether a run reads all of its paths.
  boolean areIn(RunPaths run) {
    return Stream.concat(own.stream(), added.stream()).allMatch(run::takeIn);
  }
}
