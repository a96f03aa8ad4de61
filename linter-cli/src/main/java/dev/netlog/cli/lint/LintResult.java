package dev.netlog.cli.lint;

import dev.netlog.cli.report.Report;
import dev.netlog.run.RuleFailure;
import java.util.List;

/// The result of a run.
///
/// @param report the report
/// @param unreadable one line for each named path that cannot be read
/// @param failures rules that failed with an exception
/// @param empty whether there was nothing to judge: no Kubernetes object, and nothing that could
///   not be read as one
public record LintResult(
    Report report, List<String> unreadable, List<RuleFailure> failures, boolean empty) {
  public LintResult {
    unreadable = List.copyOf(unreadable);
    failures = List.copyOf(failures);
  }
}
