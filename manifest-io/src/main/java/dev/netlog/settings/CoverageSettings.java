package dev.netlog.settings;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What coverage has to reach. Null means that the file does not say.
///
/// Percentages are exact decimals from 0 to 100, as written in the file.
///
/// @param projectThreshold percentage points that coverage as a whole may fall by
/// @param patch least share of added and changed points that are covered, in percent
/// @param regressions how many points may lose their coverage
/// @param governance whether a workload without its last policy fails the run
/// @param minimum least share in percent by counter: `verdict`, `allow`, `deny`, `ingress`,
///   `egress`, `policy`, `workload`, `namespace`
/// @param minimumPerNamespace least share of the points of each namespace, in percent
/// @param unknown what a point counts as whose state is not known
/// @param informational whether gates are reported only
public record CoverageSettings(
    @Nullable BigDecimal projectThreshold,
    @Nullable BigDecimal patch,
    @Nullable Integer regressions,
    @Nullable Boolean governance,
    Map<String, BigDecimal> minimum,
    @Nullable BigDecimal minimumPerNamespace,
    @Nullable Unknown unknown,
    @Nullable Boolean informational) {
  /// Where the file says nothing about coverage.
  public static final CoverageSettings NONE =
      new CoverageSettings(null, null, null, null, Map.of(), null, null, null);

  /// What a point counts as whose state is not known.
  public enum Unknown {
    /// As not covered.
    FAIL,
    /// As if it were not there.
    IGNORE
  }

  public CoverageSettings {
    minimum = Collections.unmodifiableMap(new LinkedHashMap<>(minimum));
  }
}
