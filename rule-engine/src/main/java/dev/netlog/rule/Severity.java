package dev.netlog.rule;

import java.util.Locale;

/// How bad a finding is, worst first.
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /// The word in reports: `error`, `warning`, `info`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether this is as bad as another severity, or worse.
  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
