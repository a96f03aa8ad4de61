package dev.netlog.webhook.admission;

import java.util.Locale;

/// The result of a review, for logs and metrics. A closed set: metrics have a series for each.
public enum ReviewDecision {
  /// Admitted without relevant findings.
  ALLOWED,
  /// Admitted, with findings as warnings.
  WARNED,
  /// Refused.
  DENIED,
  /// Admitted silently, though `enforce` would have denied it.
  OBSERVED,
  /// Annotations were added.
  PATCHED,
  /// Admitted unread: the webhook does not check such objects.
  SKIPPED,
  /// The review contradicts itself.
  MALFORMED,
  /// Not checked, because of a bug of netlog or a lack of time.
  FAILED;

  /// The word in logs and metrics.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
