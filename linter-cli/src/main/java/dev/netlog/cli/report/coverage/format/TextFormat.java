package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.Ink;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.GateWords;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.compare.GateResult;
import java.io.IOException;
import java.util.List;

/// Writes a report for people: numbers that can be checked by hand, then what is not logged and how
/// to change that.
public final class TextFormat implements CoverageFormat {
  @Override
  public String id() {
    return "text";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    TextLines lines = new TextLines(out, settings.palette());
    for (TargetReport target : report.targets()) {
      target(lines, target);
    }
    for (LocatedFinding finding : report.refused()) {
      var region = finding.region();
      lines.add(finding.path() + ":" + region.startLine() + ":" + region.startColumn() + ": ");
      lines.add(Ink.ERROR, "error[" + finding.rule().id() + "]").add(" " + finding.message()).end();
    }
    RemarksText.unplaced(lines, report.unplaced());
    for (String note : report.notes()) {
      lines.add(Ink.WARNING, "note: ").add(note).end();
    }
    explanation(lines, report);
    verdict(lines, report);
    SummaryText.lookedAt(lines, report.summary());
  }

  private static void target(TextLines lines, TargetReport target) throws IOException {
    lines.add(Ink.STRONG, "logging coverage · " + target.title());
    target
        .coverage()
        .target()
        .inventory()
        .assumptions()
        .values()
        .forEach((name, value) -> lines.add("  " + name + "=" + value));
    Comparison comparison = target.comparison();
    if (comparison == null) {
      lines.end();
      lines.blank();
      new CoverageText(lines, target).write();
    } else {
      lines.add("  against " + comparison.label()).end();
      lines.blank();
      new ComparisonText(lines, target, comparison).write();
    }
    new RemarksText(lines, target).write();
    gates(lines, target.gates());
  }

  private static void gates(TextLines lines, List<GateResult> gates) throws IOException {
    if (gates.isEmpty()) {
      return;
    }
    lines.add(Ink.STRONG, "gates").end();
    for (GateResult gate : gates) {
      lines
          .add("  ")
          .add(gate.fails() ? Ink.ERROR : Ink.PLAIN, GateWords.word(gate))
          .add("  " + gate.gate() + ": " + gate.message())
          .add(gate.informational() ? " (reported only)" : "")
          .end();
    }
    lines.blank();
  }

  private static void explanation(TextLines lines, CoverageReport report) throws IOException {
    if (!report.explanation().isEmpty()) {
      lines.add(Ink.STRONG, "how the gates were judged").end();
      for (String line : report.explanation()) {
        lines.add("  ").add(line).end();
      }
      lines.blank();
    }
  }

  private static void verdict(TextLines lines, CoverageReport report) throws IOException {
    String failed = GateWords.failed(report);
    if (!failed.isEmpty()) {
      lines.add(Ink.ERROR, "gate failed: " + failed).end();
    }
    if (!report.refused().isEmpty()) {
      String documents = SummaryText.count(report.refused().size(), "document");
      lines.add(Ink.ERROR, "failed: kubectl would refuse " + documents).end();
    }
  }
}
