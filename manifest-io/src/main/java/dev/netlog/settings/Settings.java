package dev.netlog.settings;

import dev.netlog.run.Severities;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a settings file says. What it does not say is empty or null, so that an edge can tell a
/// default from a wish.
///
/// @param platforms ids of the platforms of everything under no target, in the order of the file
/// @param targets the clusters of the repository, in the order of the file
/// @param ignorePaths patterns of files that belong to no target, for coverage only
/// @param failOn what ends a run with findings, null where nothing is said
/// @param severities what the findings of each rule weigh
/// @param coverage what coverage demands
/// @param injection the annotations that the admission webhook adds
/// @param notUsedYet top members of the file that this release understands and does not use yet; an
///   edge has to tell the user
public record Settings(
    Set<String> platforms,
    List<Target> targets,
    List<PathPattern> ignorePaths,
    @Nullable FailOn failOn,
    Severities severities,
    CoverageSettings coverage,
    Injection injection,
    List<String> notUsedYet) {
  /// Where there is no file.
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
