package dev.netlog.coverage.compare;

import dev.netlog.coverage.Counter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The thresholds of the gates. Percentages and percentage points are from 0 to 100.
///
/// @param projectThreshold the percentage points that the coverage of the target may drop below the
///   base
/// @param patch the percentage of new and changed points that must be covered
/// @param regressions the number of points that may lose their log
/// @param governance whether a workload that loses its last policy in a direction fails the run
/// @param minimum the percentage that each of these counters must reach
/// @param minimumPerNamespace the percentage of points that must be covered in each namespace, null
///   for none
/// @param ignoreUnknown whether unknown points are left out of the ratios; otherwise they count as
///   not covered
/// @param informational whether gates only report, and never fail the run
public record GateSettings(
    BigDecimal projectThreshold,
    BigDecimal patch,
    long regressions,
    boolean governance,
    Map<Counter, BigDecimal> minimum,
    @Nullable BigDecimal minimumPerNamespace,
    boolean ignoreUnknown,
    boolean informational) {
  /// The defaults of coverage.md section 7.
  public static final GateSettings STANDARD =
      new GateSettings(
          BigDecimal.ZERO, BigDecimal.valueOf(100), 0, false, Map.of(), null, false, false);

  public GateSettings {
    minimum = Collections.unmodifiableMap(new TreeMap<>(minimum));
  }
}
