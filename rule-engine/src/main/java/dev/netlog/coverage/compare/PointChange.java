package dev.netlog.coverage.compare;

/// A part of a verdict point that differs between the base and the head of a change.
public enum PointChange {
  /// Whether it is logged.
  STATE("its record"),
  /// Labels of the workload that a selector of the target uses.
  LABELS("the workload's labels"),
  /// The spec of the policy that gives it; for a default deny, of a policy that applies.
  POLICY("the policy's spec"),
  /// Its connections: some of them were logged by another point.
  CONNECTIONS("its connections");

  private final String words;

  PointChange(String words) {
    this.words = words;
  }

  /// The name in a sentence: `the policy's spec`.
  public String words() {
    return words;
  }
}
