package dev.netlog.settings;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The coverage gates of the settings file. Null means that the file does not set one.
///
/// Percentages are exact decimals from 0 to 100, as written in the file.
///
/// @param projectThreshold by how many percentage points total coverage may fall
/// @param patch minimum share of added and changed points that are covered, in percent
/// @param regressions how many points may lose their coverage
/// @param governance whether the run fails if a workload loses its last policy
/// @param minimum minimum share in percent by counter: `verdict`, `allow`, `deny`, `ingress`,
///   `egress`, `policy`, `workload`, `namespace`
/// @param minimumPerNamespace minimum share of the points of each namespace, in percent
/// @param unknown how to count a point whose state is unknown
/// @param informational whether gates are reported but never fail the run
public record CoverageSettings(
    @Nullable BigDecimal projectThreshold,
    @Nullable BigDecimal patch,
    @Nullable Integer regressions,
    @Nullable Boolean governance,
    Map<String, BigDecimal> minimum,
    @Nullable BigDecimal minimumPerNamespace,
    @Nullable Unknown unknown,
    @Nullable Boolean informational) {
  /// A file without coverage settings.
  public static final CoverageSettings NONE =
      new CoverageSettings(null, null, null, null, Map.of(), null, null, null);

  /// How to count a point whose state is unknown.
  public enum Unknown {
    /// Count it as not covered.
    FAIL,
    /// Leave it out of the count.
    IGNORE
  }

  public CoverageSettings {
    minimum = Collections.unmodifiableMap(new LinkedHashMap<>(minimum));
  }
}
