package dev.netlog.coverage;

import java.util.Locale;

/// A counter of a coverage report: the things that it counts by [Status].
public enum Counter {
  /// All verdict points.
  VERDICT,
  /// Verdict points that allow connections, or may do so.
  ALLOW,
  /// Verdict points that deny connections, or may do so.
  DENY,
  INGRESS,
  EGRESS,
  /// Policy objects. The points of a policy give its status.
  POLICY,
  /// Subjects. The points of a subject give its status.
  WORKLOAD,
  /// Namespaces. The points of its subjects and its own points give the status of a namespace.
  NAMESPACE;

  /// The word in options and reports: `verdict`, `allow`, ...
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it counts points, not objects that have several points.
  public boolean countsPoints() {
    return compareTo(POLICY) < 0;
  }
}
