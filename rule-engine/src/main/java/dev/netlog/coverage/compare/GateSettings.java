package dev.netlog.coverage.compare;

import dev.netlog.coverage.Counter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a run has to meet.
///
/// @param projectThreshold how many percentage points the whole may lose, from 0 to 100
/// @param patch the percentage of touched points that has to be covered
/// @param regressions how many points may lose their log
/// @param governance whether losing governance fails
/// @param minimum percentages that counters have to reach
/// @param minimumPerNamespace the percentage that each namespace has to reach, null for none
/// @param ignoreUnknown whether what is unknown is left out of the ratios; otherwise it counts as
///   not covered
/// @param informational whether a gate that is not met fails nothing
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
