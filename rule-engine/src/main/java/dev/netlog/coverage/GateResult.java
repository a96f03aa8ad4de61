package dev.netlog.coverage;

/// Whether one gate is met.
///
/// @param gate `project`, `patch`, `regressions`, `governance`, `minimum`, `minimum-per-namespace`
/// @param pass whether it is met
/// @param informational whether it fails nothing in any case
/// @param actual what there is: a fraction, or a number; `n/a` where there is nothing
/// @param required what there has to be
/// @param message one line
public record GateResult(
    String gate,
    boolean pass,
    boolean informational,
    String actual,
    String required,
    String message) {
  /// Whether the run fails by it.
  public boolean fails() {
    return !pass && !informational;
  }
}
