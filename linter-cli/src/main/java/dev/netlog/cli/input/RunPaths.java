package dev.netlog.cli.input;

import dev.netlog.settings.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// The paths of a run, and their relation to the paths of targets.
///
/// @param workingDirectory absolute; paths in reports are relative to it
/// @param folder the base folder for the paths of targets, absolute
/// @param paths as on the command line
public record RunPaths(Path workingDirectory, Path folder, List<String> paths) {
  public RunPaths {
    paths = List.copyOf(paths);
  }

  /// A path of a report, relative to the folder of the settings file.
  public String below(String path) {
    try {
      Path file = workingDirectory.resolve(path).normalize();
      return folder.relativize(file).toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      // The name of standard input or of a file in a commit may not be a valid path.
      return path;
    }
  }

  /// Whether the run reads all paths of a target: otherwise it is unknown which objects the cluster
  /// does not have.
  public boolean takeIn(Target target) {
    return target.paths().stream().allMatch(path -> takeIn(folder.resolve(path).normalize()));
  }

  private boolean takeIn(Path wanted) {
    return paths.stream()
        .filter(given -> !given.equals("-"))
        .anyMatch(given -> wanted.startsWith(workingDirectory.resolve(given).normalize()));
  }
}
