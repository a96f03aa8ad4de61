package dev.netlog.cli.report.coverage.format;

import static dev.netlog.cli.report.coverage.format.MarkdownLines.code;
import static dev.netlog.cli.report.coverage.format.MarkdownLines.codes;

import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.coverage.Blocks;
import dev.netlog.cli.report.coverage.BudgetNotes;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.Entry;
import dev.netlog.cli.report.coverage.GateWords;
import dev.netlog.cli.report.coverage.PointEntries;
import dev.netlog.cli.report.coverage.RatioText;
import dev.netlog.cli.report.coverage.ShortList;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.GateResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes one target as Markdown.
final class TargetMarkdown {
  /// The maximum number of entries per namespace; more points are counted.
  private static final int ENTRIES = 10;

  /// The maximum number of namespaces; more are counted.
  private static final int NAMESPACES = 50;

  /// The maximum number of names, or findings, shown; more are counted.
  private static final int MOST = 20;

  private static final String CLOSED = "";

  private final MarkdownLines lines;
  private final TargetReport target;
  private final Coverage coverage;

  TargetMarkdown(MarkdownLines lines, TargetReport target) {
    this.lines = lines;
    this.target = target;
    this.coverage = target.coverage();
  }

  void write() throws IOException {
    for (GateResult gate : target.gates()) {
      String word = GateWords.word(gate);
      String shown = gate.fails() ? "**" + word + "**" : word;
      lines.line("- " + gate.gate() + " " + shown + ": " + code(gate.message()));
    }
    lines.blank();
    Comparison comparison = target.comparison();
    if (comparison == null) {
      counters();
      namespaces(Status.MISSED);
    } else {
      new ComparisonMarkdown(lines, target, comparison).write();
    }
    namespaces(Status.UNKNOWN);
    if (comparison == null) {
      namespaces(Status.COVERED);
    }
    remarks();
  }

  private void counters() throws IOException {
    lines.line("| | covered | partial | missed | unknown | total | logged |");
    lines.line("|---|--:|--:|--:|--:|--:|---|");
    for (Counter counter : Counter.values()) {
      Tally tally = coverage.tally(counter);
      lines.line(
          "| "
              + String.join(
                  " | ",
                  counter.word(),
                  Long.toString(tally.covered()),
                  counter.countsPoints() ? "" : Long.toString(tally.partial()),
                  Long.toString(tally.missed()),
                  Long.toString(tally.unknown()),
                  Long.toString(tally.total()),
                  RatioText.text(tally))
              + " |");
    }
    lines.blank();
  }

  private void namespaces(Status status) throws IOException {
    List<NamespaceCoverage> all = new ArrayList<>();
    long points = 0;
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      long here = CoverageText.number(namespace.tally(Counter.VERDICT), status);
      points += here;
      if (here > 0) {
        all.add(namespace);
      }
    }
    if (all.isEmpty()) {
      return;
    }
    lines.begin(CLOSED, status.word() + ": " + SummaryText.count(points, "verdict point"));
    for (NamespaceCoverage namespace : all.subList(0, Math.min(NAMESPACES, all.size()))) {
      namespace(namespace, status);
    }
    if (all.size() > NAMESPACES) {
      lines.line("and " + SummaryText.count(all.size() - NAMESPACES, "more namespace"));
    }
    lines.end();
  }

  private void namespace(NamespaceCoverage namespace, Status status) throws IOException {
    Tally tally = namespace.tally(Counter.VERDICT);
    lines.line(code(CoverageText.name(namespace)) + " " + RatioText.text(tally));
    lines.blank();
    List<Entry> entries = PointEntries.of(namespace, status);
    List<Entry> shown = entries.subList(0, Math.min(ENTRIES, entries.size()));
    BlockMarkdown markdown = new BlockMarkdown(lines);
    if (status == Status.COVERED) {
      markdown.writeBriefly(shown);
    } else {
      markdown.write(Blocks.of(shown, target.stories()));
    }
    long hidden = CoverageText.number(tally, status) - PointEntries.count(shown);
    if (hidden > 0) {
      lines.line("- and " + SummaryText.count(hidden, "more point"));
    }
    lines.blank();
  }

  private void remarks() throws IOException {
    Ratio governance = Ratio.of(coverage.governed(), coverage.governable());
    lines.line("- directions of workloads that a policy governs: " + RatioText.text(governance));
    names("directions that no policy governs, so nothing is logged there", coverage.ungoverned());
    names("workloads in the node's network, where policies do not apply", coverage.excluded());
    names("policies without a verdict of their own", coverage.inactivePolicies());
    if (coverage.undecided() > 0) {
      lines.line("- " + BudgetNotes.sentence(coverage.undecided()));
    }
    lines.blank();
    findings();
  }

  private void names(String meaning, List<String> names) throws IOException {
    if (!names.isEmpty()) {
      String number = SummaryText.grouped(names.size());
      lines.line("- " + meaning + ": " + number + ": " + codes(ShortList.of(names, MOST)));
    }
  }

  private void findings() throws IOException {
    List<CoverageFinding> findings = RemarksText.worstFirst(target.findings());
    if (findings.isEmpty()) {
      return;
    }
    lines.begin(CLOSED, SummaryText.count(findings.size(), "finding"));
    for (CoverageFinding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      String at = finding.at() == null ? "" : " at " + code(finding.at().toString());
      String what = finding.severity().word() + " " + finding.code() + " ";
      lines.line("- " + what + code(finding.object()) + ": " + code(finding.message()) + at);
    }
    if (findings.size() > MOST) {
      lines.line("- and " + RemarksText.more(findings.subList(MOST, findings.size())));
    }
    lines.end();
  }
}
