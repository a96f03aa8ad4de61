package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Summary;
import java.util.List;

/// The outcome of one `coverage` run.
///
/// @param version netlog's version
/// @param targets in the order they were asked for
/// @param refused documents that kubectl would refuse: findings of `yaml-invalid`, each of which
///   fails the run
/// @param notes what else the reader should know, one line each
/// @param summary what was looked at
public record CoverageReport(
    String version,
    List<TargetReport> targets,
    List<LocatedFinding> refused,
    List<String> notes,
    Summary summary) {
  public CoverageReport {
    targets = List.copyOf(targets);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }

  /// Whether every gate of every target is met and every document could be read.
  public boolean passes() {
    return refused.isEmpty() && targets.stream().allMatch(TargetReport::passes);
  }
}
