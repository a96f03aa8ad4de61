package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.Ink;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.BudgetNotes;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.ShortList;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Coverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the remarks about a target beside its points.
final class RemarksText {
  /// The maximum number of names, or findings, shown; more are counted.
  private static final int MOST = 10;

  /// How many findings of each code come before those of other codes.
  private static final int OF_A_CODE = 3;

  private final TextLines lines;
  private final TargetReport target;

  RemarksText(TextLines lines, TargetReport target) {
    this.lines = lines;
    this.target = target;
  }

  /// Writes the remarks, followed by an empty line if there are any.
  void write() throws IOException {
    Coverage coverage = target.coverage();
    names("ungoverned", "no policy there", coverage.ungoverned());
    names("excluded", "in the node's network", coverage.excluded());
    names("inactive", "no verdict comes from these policies", coverage.inactivePolicies());
    findings();
    if (coverage.undecided() > 0) {
      lines.add(Ink.WARNING, "budget").add(": " + BudgetNotes.sentence(coverage.undecided())).end();
    }
    boolean any =
        coverage.governed() < coverage.governable()
            || !coverage.excluded().isEmpty()
            || !coverage.inactivePolicies().isEmpty()
            || !target.findings().isEmpty()
            || coverage.undecided() > 0;
    if (any) {
      lines.blank();
    }
  }

  private void names(String word, String meaning, List<String> all) throws IOException {
    if (!all.isEmpty()) {
      lines.add(Ink.STRONG, word).add(": " + SummaryText.grouped(all.size()) + " (" + meaning);
      lines.add("): " + ShortList.of(all, MOST).text()).end();
    }
  }

  private void findings() throws IOException {
    List<CoverageFinding> findings = target.findings();
    if (findings.isEmpty()) {
      return;
    }
    lines.add(Ink.STRONG, "findings").add(": " + SummaryText.grouped(findings.size())).end();
    List<CoverageFinding> worstFirst = worstFirst(findings);
    for (CoverageFinding finding : worstFirst.subList(0, Math.min(MOST, findings.size()))) {
      lines
          .add("  ")
          .add(Ink.of(finding.severity()), finding.severity().word() + "[" + finding.rule() + "]")
          .add(" " + finding.object() + ": " + finding.message());
      if (finding.at() != null) {
        lines.add("   " + finding.at());
      }
      lines.end();
    }
    if (findings.size() > MOST) {
      lines.add("  and " + more(worstFirst.subList(MOST, findings.size())));
      lines.add(" (--format json lists them)").end();
    }
  }

  /// Sorts findings for a list that is cut: the first ones of each code come before the others, so
  /// that no code hides another; within these the worst first.
  static List<CoverageFinding> worstFirst(List<CoverageFinding> findings) {
    Map<String, Integer> met = new HashMap<>();
    List<CoverageFinding> first = new ArrayList<>();
    List<CoverageFinding> others = new ArrayList<>();
    for (CoverageFinding finding : bySeverity(findings)) {
      boolean early = met.merge(finding.code(), 1, Integer::sum) <= OF_A_CODE;
      (early ? first : others).add(finding);
    }
    first.addAll(others);
    return first;
  }

  private static List<CoverageFinding> bySeverity(List<CoverageFinding> findings) {
    return findings.stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
  }

  /// Findings about files that belong to no object and fail nothing.
  static void unplaced(TextLines lines, List<LocatedFinding> findings) throws IOException {
    for (LocatedFinding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      String word = finding.severity().word() + "[" + finding.rule().id() + "]";
      lines.add(place(finding) + ": ").add(Ink.of(finding.severity()), word);
      lines.add(" " + finding.message()).end();
    }
    if (findings.size() > MOST) {
      lines.add(
          "and " + SummaryText.count(findings.size() - MOST, "more finding") + " about files");
      lines.add(" (--format json lists them)").end();
    }
  }

  /// For example `a.yaml:3:1`.
  static String place(LocatedFinding finding) {
    var region = finding.region();
    return finding.path() + ":" + region.startLine() + ":" + region.startColumn();
  }

  /// For example `37 more: 30 ungoverned-workload, 7 shadowed-rule`.
  static String more(List<CoverageFinding> findings) {
    Map<String, Integer> codes = new TreeMap<>();
    findings.forEach(finding -> codes.merge(finding.code(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    codes.forEach((code, number) -> parts.add(SummaryText.grouped(number) + " " + code));
    return SummaryText.grouped(findings.size()) + " more: " + String.join(", ", parts);
  }
}
