package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Coverage;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The end of the page: findings, what the numbers do not include, and what was read. Nothing is
/// left out silently.
final class Remarks {
  private static final Comparator<List<CoverageFinding>> WORST_FIRST =
      Comparator.<List<CoverageFinding>, Severity>comparing(
              findings -> findings.getFirst().severity())
          .thenComparing(findings -> findings.getFirst().code());

  private Remarks() {}

  static void write(Markup markup, CoverageReport report) throws IOException {
    for (TargetReport target : report.targets()) {
      String of = report.targets().size() > 1 ? " of " + target.title() : "";
      findings(markup, target.findings(), of);
      outside(markup, target.coverage(), of);
    }
    lookedAt(markup, report);
  }

  private static void findings(Markup markup, List<CoverageFinding> all, String of)
      throws IOException {
    if (all.isEmpty()) {
      return;
    }
    Map<String, List<CoverageFinding>> byCode = new TreeMap<>();
    all.forEach(one -> byCode.computeIfAbsent(one.code(), _ -> new ArrayList<>()).add(one));
    markup.open("section", "class", "findings").leaf("h2", "Findings" + of).line();
    for (List<CoverageFinding> same : byCode.values().stream().sorted(WORST_FIRST).toList()) {
      CoverageFinding first = same.getFirst();
      FoldedList.details(
          markup, first.severity().word() + " " + first.code(), same, one -> finding(markup, one));
    }
    markup.close("section").line();
  }

  private static void finding(Markup markup, CoverageFinding finding) throws IOException {
    markup.leaf("b", finding.object()).text(" " + finding.message() + " ");
    place(markup, finding.at());
  }

  private static void place(Markup markup, PointExplanation.@Nullable At at) throws IOException {
    if (at != null) {
      markup.leaf("code", HtmlText.place(at), "class", "place");
    }
  }

  private static void outside(Markup markup, Coverage coverage, String of) throws IOException {
    List<String> ungoverned = coverage.ungoverned();
    List<String> excluded = coverage.excluded();
    List<String> inactive = coverage.inactivePolicies();
    var problems = coverage.problems();
    boolean any = coverage.undecided() > 0;
    if (!any
        && ungoverned.isEmpty()
        && excluded.isEmpty()
        && inactive.isEmpty()
        && problems.isEmpty()) {
      return;
    }
    markup.open("section", "class", "outside").leaf("h2", "Outside of the numbers" + of).line();
    if (any) {
      markup.leaf(
          "p",
          HtmlText.count(coverage.undecided(), "question")
              + " exceeded the budget; for each, the worst case is assumed.",
          "class",
          "note");
    }
    FoldedList.details(
        markup,
        "Objects that the API server would refuse",
        problems,
        problem ->
            markup.leaf("b", problem.resource().id().toString()).text(" " + problem.message()));
    names(markup, "Ungoverned: no policy in that direction, so never logged", ungoverned);
    names(markup, "Policies without a verdict of their own", inactive);
    names(markup, "In the node's network, where policies do not apply", excluded);
    markup.close("section").line();
  }

  private static void names(Markup markup, String title, List<String> names) throws IOException {
    FoldedList.details(markup, title, names, name -> markup.leaf("code", name));
  }

  private static void lookedAt(Markup markup, CoverageReport report) throws IOException {
    Summary summary = report.summary();
    markup.open("section", "class", "looked-at").leaf("h2", "What was looked at").line();
    markup.text(HtmlText.count(summary.files(), "file") + ", ");
    markup.text(HtmlText.count(summary.objects(), "object"));
    markup.text(" (" + HtmlText.number(summary.relevant()) + " relevant)");
    if (summary.ignored() > 0) {
      markup.text("; " + HtmlText.count(summary.ignored(), "path") + " ignored");
    }
    if (!report.notes().isEmpty()) {
      FoldedList.list(markup, report.notes(), markup::text);
    }
    FoldedList.details(
        markup,
        "Findings about files",
        report.unplaced(),
        one -> {
          String place = one.path() + ":" + one.region().startLine();
          markup.leaf("code", place, "class", "place");
          markup.text(" " + one.severity().word() + " " + one.rule().id() + ": " + one.message());
        });
    FoldedList.details(
        markup,
        "Not understood",
        summary.notUnderstood(),
        one -> {
          markup.leaf("code", one.path() + ":" + one.line(), "class", "place");
          markup.text(" " + one.reason() + ": " + one.message());
        });
    markup.leaf("p", "netlog " + report.version(), "class", "version");
    markup.close("section").line();
  }
}
