package dev.netlog.coverage.compare;

import java.util.List;

/// What a target holds beside its points and nobody could measure: a gate over nothing must not
/// pass because of it.
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
