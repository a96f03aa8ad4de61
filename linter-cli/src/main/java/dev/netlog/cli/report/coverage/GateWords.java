package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.compare.GateResult;
import java.util.List;

/// Describes gate results in a few words.
public final class GateWords {
  private GateWords() {}

  /// The gates that fail the run: `project 1/3 (needs 2/3), patch 0/1 (needs 100%)`; empty if none
  /// does.
  public static String failed(CoverageReport report) {
    List<String> words =
        report.targets().stream()
            .flatMap(target -> target.gates().stream())
            .filter(GateResult::fails)
            .map(gate -> gate.gate() + " " + gate.actual() + " (needs " + gate.required() + ")")
            .distinct()
            .toList();
    return String.join(", ", words);
  }

  /// The gates that are not met but only reported; empty if there is none.
  public static String reportedOnly(CoverageReport report) {
    List<String> words =
        report.targets().stream()
            .flatMap(target -> target.gates().stream())
            .filter(gate -> !gate.pass() && !gate.fails())
            .map(GateResult::gate)
            .distinct()
            .toList();
    return String.join(", ", words);
  }

  /// Whether any gate is set.
  public static boolean any(CoverageReport report) {
    return report.targets().stream().anyMatch(target -> !target.gates().isEmpty());
  }

  /// The result of a gate in one word or two.
  public static String word(GateResult gate) {
    return gate.pass() ? "pass" : gate.informational() ? "not met" : "FAIL";
  }
}
