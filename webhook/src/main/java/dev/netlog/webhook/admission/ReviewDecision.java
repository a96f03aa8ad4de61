package dev.netlog.webhook.admission;

import java.util.Locale;

/// What became of a review, for logs and metrics. A closed set: metrics have a series for each.
public enum ReviewDecision {
  /// Judged, and nothing found that counts.
  ALLOWED,
  /// Admitted, with findings as warnings.
  WARNED,
  /// Refused.
  DENIED,
  /// Admitted in silence what would have been refused where errors deny.
  OBSERVED,
  /// Annotations were added.
  PATCHED,
  /// Admitted without a look: nothing that the webhook judges.
  SKIPPED,
  /// The review contradicts itself.
  MALFORMED,
  /// Not judged, by a bug of netlog or for want of time.
  FAILED;

  /// The word in logs and metrics.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
