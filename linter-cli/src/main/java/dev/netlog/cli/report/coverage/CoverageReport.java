package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.FindingOrder;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Summary;
import java.util.List;
import java.util.stream.Stream;

/// The result of a `coverage` run.
///
/// @param version netlog's version
/// @param targets in the order of the request
/// @param refused documents that kubectl would refuse: findings of `yaml-invalid`, each of which
///   fails the run
/// @param unplaced other findings that belong to no object; they fail nothing
/// @param notes further remarks for the user, one line each
/// @param summary the counts of files and objects
public record CoverageReport(
    String version,
    List<TargetReport> targets,
    List<LocatedFinding> refused,
    List<LocatedFinding> unplaced,
    List<String> notes,
    Summary summary) {
  public CoverageReport {
    targets = List.copyOf(targets);
    refused = List.copyOf(refused);
    unplaced = List.copyOf(unplaced);
    notes = List.copyOf(notes);
  }

  /// All findings that belong to no object, in the order of reports.
  public List<LocatedFinding> withoutObject() {
    return Stream.concat(refused.stream(), unplaced.stream())
        .sorted(FindingOrder.INSTANCE)
        .toList();
  }

  /// Whether all gates of all targets pass and every document could be read.
  public boolean passes() {
    return refused.isEmpty() && targets.stream().allMatch(TargetReport::passes);
  }
}
