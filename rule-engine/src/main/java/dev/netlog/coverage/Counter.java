package dev.netlog.coverage;

import java.util.Locale;

/// What is counted.
public enum Counter {
  /// All verdict points.
  VERDICT,
  /// Points that allow.
  ALLOW,
  /// Points that deny.
  DENY,
  INGRESS,
  EGRESS,
  /// Policy objects, by their own points.
  POLICY,
  /// Subjects, by their points.
  WORKLOAD,
  /// Namespaces, by the points of their subjects and their own.
  NAMESPACE;

  /// The word in options and reports: `verdict`, `allow`, ...
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether single points are counted, and not objects with several of them.
  public boolean countsPoints() {
    return compareTo(POLICY) < 0;
  }
}
