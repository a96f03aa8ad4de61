package dev.netlog.cli.lint;

import dev.netlog.cli.input.InputRequest;
import dev.netlog.cli.input.Progress;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.files.FileBytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The input and options of a `lint` run.
///
/// @param workingDirectory absolute
/// @param paths as on the command line
/// @param platforms ids of the platforms that the user named
/// @param complete whether the user declares the input to be everything in the cluster
/// @param jobs how many files are read at once, at least 1
/// @param bytes reads files
/// @param progress receives the progress
/// @param assumptions the assumptions for files that belong to no target
/// @param settings the other settings
public record LintRequest(
    Path workingDirectory,
    List<String> paths,
    Set<String> platforms,
    boolean complete,
    int jobs,
    FileBytes bytes,
    Progress progress,
    Assumptions assumptions,
    LintSettings settings)
    implements InputRequest {
  public LintRequest {
    paths = List.copyOf(paths);
    platforms = Set.copyOf(platforms);
  }

  /// A request without settings.
  public LintRequest(
      Path workingDirectory,
      List<String> paths,
      Set<String> platforms,
      boolean complete,
      int jobs,
      FileBytes bytes,
      Progress progress) {
    this(
        workingDirectory,
        paths,
        platforms,
        complete,
        jobs,
        bytes,
        progress,
        Assumptions.NONE,
        LintSettings.NONE);
  }
}
