package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.FindingOrder;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Summary;
import dev.netlog.settings.SettingChange;
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
/// @param settings the settings in which the head differs from its base, if those of the base
///   decide
/// @param explanation what was compared and by which rules, one line each; empty unless asked for
public record CoverageReport(
    String version,
    List<TargetReport> targets,
    List<LocatedFinding> refused,
    List<LocatedFinding> unplaced,
    List<String> notes,
    Summary summary,
    List<SettingChange> settings,
    List<String> explanation) {
  public CoverageReport {
    settings = List.copyOf(settings);
    targets = List.copyOf(targets);
    refused = List.copyOf(refused);
    unplaced = List.copyOf(unplaced);
    notes = List.copyOf(notes);
    explanation = List.copyOf(explanation);
  }

  /// A report without differences of settings and without an explanation of its gates.
  public CoverageReport(
      String version,
      List<TargetReport> targets,
      List<LocatedFinding> refused,
      List<LocatedFinding> unplaced,
      List<String> notes,
      Summary summary) {
    this(version, targets, refused, unplaced, notes, summary, List.of(), List.of());
  }

  /// The same report with an explanation of its gates.
  public CoverageReport explained(List<String> lines) {
    return new CoverageReport(version, targets, refused, unplaced, notes, summary, settings, lines);
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
