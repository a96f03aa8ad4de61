package dev.netlog.cli.report;

import java.io.IOException;

/// Writes one line per finding, for editors and problem matchers. The position has no colour, so
/// that a pattern for `path:line:column: ` always matches.
final class ConciseFormat implements ReportFormat {
  @Override
  public String id() {
    return "concise";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    TextLines lines = new TextLines(out, settings.palette());
    for (LocatedFinding finding : report.findings()) {
      lines
          .add(ReportLabels.of(finding.path(), finding.region()) + ": ")
          .add(Ink.of(finding.severity()), ReportLabels.rule(finding))
          .add(" " + finding.message())
          .end();
    }
    SummaryText.write(lines, report.summary());
  }
}
