package dev.netlog.coverage.compare;

import java.util.List;

/// Files of a target that may hold policies or logging settings, and that netlog could not read. A
/// gate with nothing else to measure must not pass because of them.
///
/// @param all files that were not understood and whose text names a policy kind or a logging key,
///   by their paths in reports
/// @param changed the ones among them that the change made unreadable
public record NotMeasured(List<String> all, List<String> changed) {
  /// Everything was understood.
  public static final NotMeasured NOTHING = new NotMeasured(List.of(), List.of());

  public NotMeasured {
    all = List.copyOf(all);
    changed = List.copyOf(changed);
  }
}
