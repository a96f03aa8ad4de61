package dev.netlog.settings;

import dev.netlog.run.Severities;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The content of a settings file. Values that the file does not set are empty or null, so that a
/// caller can tell a default from a choice of the user.
///
/// @param platforms ids of the platforms for all files of no target, in the order of the file
/// @param targets the clusters of the repository, in the order of the file
/// @param ignorePaths patterns of files that belong to no target, for coverage only
/// @param failOn the lowest severity that fails a run, null if not set
/// @param severities the configured severity of each rule, by rule id
/// @param coverage the coverage gates
/// @param injection the annotations that the admission webhook adds
/// @param notUsedYet top-level members that this release accepts but does not use yet; the program
///   warns about each edge has to tell the user
public record Settings(
    Set<String> platforms,
    List<Target> targets,
    List<PathPattern> ignorePaths,
    @Nullable FailOn failOn,
    Severities severities,
    CoverageSettings coverage,
    Injection injection,
    List<String> notUsedYet) {
  /// The settings when there is no file.
  public static final Settings NONE =
      new Settings(
          Set.of(),
          List.of(),
          List.of(),
          null,
          Severities.STANDARD,
          CoverageSettings.NONE,
          Injection.NONE,
          List.of());

  public Settings {
    platforms = Collections.unmodifiableSet(new LinkedHashSet<>(platforms));
    targets = List.copyOf(targets);
    ignorePaths = List.copyOf(ignorePaths);
    notUsedYet = List.copyOf(notUsedYet);
  }
}
