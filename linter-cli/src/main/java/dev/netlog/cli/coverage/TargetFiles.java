package dev.netlog.cli.coverage;

import dev.netlog.cli.input.RunPaths;
import dev.netlog.settings.PathPattern;
import dev.netlog.settings.Target;
import java.util.List;
import java.util.stream.Stream;

/// The files of one target. Paths are relative to the folder of the settings file.
///
/// @param own the target as the settings in force have it; empty where only the head has it
/// @param added the same as the head has it, where the base decides: it takes what no target of the
///   base takes; empty where there is nothing to add
/// @param taken the targets of the base, where something is added
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

  /// Whether a file belongs to it only because the head says so.
  boolean adds(String path) {
    return added.stream().anyMatch(target -> target.holds(path))
        && taken.stream().noneMatch(target -> target.holds(path));
  }

  /// Whether a run reads all of it.
  boolean areIn(RunPaths run) {
    return Stream.concat(own.stream(), added.stream()).allMatch(run::takeIn);
  }
}
