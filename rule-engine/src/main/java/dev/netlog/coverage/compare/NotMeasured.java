package dev.netlog.coverage.compare;

import java.util.List;

/// Files of a target that may hold policies or logging settings, and that netlog could not read. A
/// gate with nothing else to measure must not pass because of them.
///
/// @param all files that were not understood and whose text names a policy kind or a logging key,
///   as reports name them
/// @param changed those of them that the change made so
public record NotMeasured(List<String> all, List<String> changed) {
  /// Everything was understood.
  public static final NotMeasured NOTHING = new NotMeasured(List.of(), List.of());

  public NotMeasured {
    all = List.copyOf(all);
    changed = List.copyOf(changed);
  }
}
