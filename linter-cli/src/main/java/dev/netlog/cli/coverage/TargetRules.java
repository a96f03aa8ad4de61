package dev.netlog.cli.coverage;

import dev.netlog.settings.PathPattern;
import dev.netlog.settings.Target;
import java.util.List;

/// The settings for files that belong to no target.
///
/// @param base the targets of the base; empty if there is no base, or it has none
/// @param hasBase whether the settings of the base are known
/// @param ignored patterns of files that may belong to no target
/// @param newlyIgnored patterns that only the head has: they apply only to files whose objects are
///   in no target of the base
public record TargetRules(
    List<Target> base, boolean hasBase, List<PathPattern> ignored, List<PathPattern> newlyIgnored) {
  /// The rules without a base.
  public static TargetRules of(List<PathPattern> ignored) {
    return new TargetRules(List.of(), false, ignored, List.of());
  }

  public TargetRules {
    base = List.copyOf(base);
    ignored = List.copyOf(ignored);
    newlyIgnored = List.copyOf(newlyIgnored);
  }

  boolean isIgnored(String path) {
    return ignored.stream().anyMatch(pattern -> pattern.takesIn(path));
  }

  boolean isNewlyIgnored(String path) {
    return newlyIgnored.stream().anyMatch(pattern -> pattern.takesIn(path));
  }

  /// Whether a target of the base includes a file. If the base has no targets, it includes all
  /// files.
  boolean isTakenInBase(String path) {
    return base.isEmpty() || (!isIgnored(path) && base.stream().anyMatch(t -> t.holds(path)));
  }
}
