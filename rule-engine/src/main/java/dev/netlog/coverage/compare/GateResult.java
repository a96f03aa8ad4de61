package dev.netlog.coverage.compare;

/// The result of one gate.
///
/// @param gate `project`, `patch`, `regressions`, `governance`, `minimum`, `minimum-per-namespace`
/// @param pass whether the measured value reaches the required one
/// @param informational whether the gate only reports, and never fails the run
/// @param actual the measured value: a fraction or a number, `n/a` if there is nothing to measure
/// @param required the required value: `100%`, `0`
/// @param message one line for people
/// @param failing the reasons why it fails: keys of points, or pairs of a subject and a direction;
///   none if it passes
public record GateResult(
    String gate,
    boolean pass,
    boolean informational,
    String actual,
    String required,
    String message,
    FailingPoints failing) {
  /// Whether the gate fails the run.
  public boolean fails() {
    return !pass && !informational;
  }
}
