package dev.netlog.coverage;

import java.util.Locale;

/// How well one point, or one object with its points, is covered.
public enum Status {
  COVERED,
  /// Of an object: some points are covered and some missed.
  PARTIAL,
  MISSED,
  UNKNOWN;

  /// The word in reports: `covered`, `partial`, `missed`, `unknown`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
