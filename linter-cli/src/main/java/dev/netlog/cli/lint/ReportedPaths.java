package dev.netlog.cli.lint;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.Summary;
import dev.netlog.rule.Severity;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The files and folders that a run reports on, when it reads more than these.
///
/// A hook names the files of a commit, but a rule that compares objects needs the others too.
///
/// @param workingDirectory absolute
/// @param paths absolute and normalized
public record ReportedPaths(Path workingDirectory, List<Path> paths) {
  public ReportedPaths {
    paths = List.copyOf(paths);
  }

  /// The result with only what is about these paths. A finding stays if one of its related places
  /// is in them: the findings of several objects may be folded into one, at the first object.
  public LintResult narrow(LintResult result) {
    Report report = result.report();
    List<LocatedFinding> findings = report.findings().stream().filter(this::isAbout).toList();
    return new LintResult(
        new Report(report.version(), findings, narrow(report.summary(), findings)),
        result.unreadable(),
        result.failures(),
        result.empty());
  }

  private Summary narrow(Summary summary, List<LocatedFinding> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, (int) findings.stream().filter(f -> f.severity() == severity).count());
    }
    return new Summary(
        summary.files(),
        summary.documents(),
        summary.objects(),
        summary.relevant(),
        summary.ignored(),
        summary.platforms(),
        counts,
        summary.suppressed(),
        summary.baselined(),
        summary.notUnderstood().stream().filter(each -> holds(each.path())).toList(),
        summary.groups(),
        summary.available());
  }

  private boolean isAbout(LocatedFinding finding) {
    return holds(finding.path())
        || finding.related().stream().anyMatch(place -> holds(place.path()));
  }

  private boolean holds(String path) {
    Path file = workingDirectory.resolve(path).normalize();
    return paths.stream().anyMatch(file::startsWith);
  }
}
