package dev.netlog.cli.input;

import dev.netlog.settings.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// The paths of a run, seen from the folder of the settings file.
///
/// @param workingDirectory absolute; what paths in reports are relative to
/// @param folder what the paths of targets are relative to, absolute
/// @param paths as on the command line
public record RunPaths(Path workingDirectory, Path folder, List<String> paths) {
  public RunPaths {
    paths = List.copyOf(paths);
  }

  /// A path of a report as targets name paths.
  public String below(String path) {
    try {
      Path file = workingDirectory.resolve(path).normalize();
      return folder.relativize(file).toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      // A name of standard input or of a commit's file need not be a path here.
      return path;
    }
  }

  /// Whether the run takes in all paths of a target: otherwise nobody can say what the cluster does
  /// not hold.
  public boolean takeIn(Target target) {
    return target.paths().stream().allMatch(path -> takeIn(folder.resolve(path).normalize()));
  }

  private boolean takeIn(Path wanted) {
    return paths.stream()
        .filter(given -> !given.equals("-"))
        .anyMatch(given -> wanted.startsWith(workingDirectory.resolve(given).normalize()));
  }
}
