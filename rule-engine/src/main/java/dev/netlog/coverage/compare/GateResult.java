package dev.netlog.coverage.compare;

/// Whether one gate is met.
///
/// @param gate `project`, `patch`, `regressions`, `governance`, `minimum`, `minimum-per-namespace`
/// @param pass whether it is met
/// @param informational whether it fails nothing in any case
/// @param actual what there is: a fraction, or a number; `n/a` where there is nothing
/// @param required what there has to be
/// @param message one line
/// @param failing what makes it fail: keys of points, or pairs of a subject and a direction;
///   nothing where it is met
public record GateResult(
    String gate,
    boolean pass,
    boolean informational,
    String actual,
    String required,
    String message,
    FailingPoints failing) {
  /// Whether the run fails by it.
  public boolean fails() {
    return !pass && !informational;
  }
}
