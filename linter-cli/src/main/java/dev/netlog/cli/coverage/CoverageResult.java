package dev.netlog.cli.coverage;

import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.run.RuleFailure;
import java.util.List;

/// The result of a run.
///
/// @param report the coverage of each target
/// @param unreadable one line for each named path that cannot be read
/// @param failures rules that failed with an exception
public record CoverageResult(
    CoverageReport report, List<String> unreadable, List<RuleFailure> failures) {
  public CoverageResult {
    unreadable = List.copyOf(unreadable);
    failures = List.copyOf(failures);
  }
}
