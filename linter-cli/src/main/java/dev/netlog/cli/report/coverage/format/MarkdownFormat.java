package dev.netlog.cli.report.coverage.format;

import static dev.netlog.cli.report.coverage.format.MarkdownLines.code;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.GateWords;
import dev.netlog.cli.report.coverage.RatioText;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes Markdown for a job summary or a comment on a pull request: first the result of the gates,
/// then the numbers, then the details, folded.
public final class MarkdownFormat implements CoverageFormat {
  /// In bytes; see [MarkdownLines].
  private static final int LIMIT = 900 * 1024;

  /// The maximum number of refused documents shown; more are counted.
  private static final int REFUSED = 50;

  private final int limit;

  public MarkdownFormat() {
    this(LIMIT);
  }

  public MarkdownFormat(int limit) {
    this.limit = limit;
  }

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    MarkdownLines lines = new MarkdownLines(out, limit);
    lines.line("### Network-policy logging: " + verdict(report));
    lines.blank();
    refused(lines, report.refused());
    unplaced(lines, report.unplaced());
    for (String note : report.notes()) {
      lines.line("- note: " + code(note));
    }
    for (TargetReport target : report.targets()) {
      heading(lines, target);
      new TargetMarkdown(lines, target).write();
    }
    explanation(lines, report);
    lines.line(lookedAt(report));
    lines.finish();
  }

  private static String verdict(CoverageReport report) {
    String failed = GateWords.failed(report);
    if (!report.refused().isEmpty()) {
      String documents = SummaryText.count(report.refused().size(), "document");
      return "failed — kubectl refuses " + documents + (failed.isEmpty() ? "" : "; " + failed);
    }
    if (!failed.isEmpty()) {
      return "gate failed — " + failed;
    }
    if (GateWords.any(report)) {
      String notMet = GateWords.reportedOnly(report);
      return "gate passed" + (notMet.isEmpty() ? "" : " — not met, reported only: " + notMet);
    }
    return report.targets().size() == 1
        ? RatioText.text(report.targets().getFirst().coverage().tally(Counter.VERDICT))
        : SummaryText.count(report.targets().size(), "target");
  }

  private static void refused(MarkdownLines lines, List<LocatedFinding> refused)
      throws IOException {
    for (LocatedFinding finding : refused.subList(0, Math.min(REFUSED, refused.size()))) {
      var region = finding.region();
      String place = finding.path() + ":" + region.startLine() + ":" + region.startColumn();
      lines.line("- kubectl refuses " + code(place) + ": " + code(finding.message()));
    }
    if (refused.size() > REFUSED) {
      lines.line("- and " + SummaryText.grouped(refused.size() - REFUSED) + " more");
    }
    lines.blank();
  }

  private static void unplaced(MarkdownLines lines, List<LocatedFinding> findings)
      throws IOException {
    for (LocatedFinding finding : findings.subList(0, Math.min(REFUSED, findings.size()))) {
      String what = finding.severity().word() + " " + finding.rule().id() + " ";
      lines.line("- " + what + code(RemarksText.place(finding)) + ": " + code(finding.message()));
    }
    if (findings.size() > REFUSED) {
      lines.line("- and " + SummaryText.grouped(findings.size() - REFUSED) + " more about files");
    }
    if (!findings.isEmpty()) {
      lines.blank();
    }
  }

  private static void explanation(MarkdownLines lines, CoverageReport report) throws IOException {
    if (!report.explanation().isEmpty()) {
      lines.begin("", "how the gates were judged");
      for (String line : report.explanation()) {
        lines.line("- " + code(line));
      }
      lines.end();
    }
  }

  private static void heading(MarkdownLines lines, TargetReport target) throws IOException {
    StringBuilder heading = new StringBuilder("#### ").append(code(target.title()));
    Map<String, String> assumed = target.coverage().target().inventory().assumptions().values();
    assumed.forEach((name, value) -> heading.append(' ').append(code(name + "=" + value)));
    if (target.comparison() != null) {
      heading.append(" against ").append(code(target.comparison().label()));
    }
    lines.line(heading.toString());
    lines.blank();
  }

  private static String lookedAt(CoverageReport report) throws IOException {
    StringBuilder text = new StringBuilder();
    SummaryText.lookedAt(new TextLines(text, OutputSettings.PLAIN.palette()), report.summary());
    List<String> written = text.toString().lines().toList();
    List<String> shown = new ArrayList<>();
    written.forEach(line -> shown.add(code(line)));
    return String.join("<br>\n", shown);
  }
}
