package dev.netlog.coverage.compare;

import dev.netlog.coverage.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The share that a minimum applies to. It holds only if it holds with and without the virtual
/// subjects, so that policies which select no workload cannot hide gaps of those that do.
///
/// @param all the share with the virtual subjects
/// @param real the share without them, null if nothing is left
record MeasuredShare(Ratio all, @Nullable Ratio real) {
  boolean isAtLeast(BigDecimal percent) {
    return all.isAtLeast(percent) && (real == null || real.isAtLeast(percent));
  }

  /// Whether only the share without virtual subjects is too low.
  boolean failsWithoutVirtual(BigDecimal percent) {
    return all.isAtLeast(percent) && !isAtLeast(percent);
  }

  /// The share that decides.
  Ratio decisive(BigDecimal percent) {
    return real != null && failsWithoutVirtual(percent) ? real : all;
  }
}
