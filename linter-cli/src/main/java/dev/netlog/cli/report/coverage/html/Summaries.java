package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Tally;
import java.io.IOException;

/// The part of the page that needs no script: the verdict on the run, and each target's numbers.
final class Summaries {
  private Summaries() {}

  /// The title in the browser's tab.
  static String title(CoverageReport report) {
    String start = report.passes() ? "" : "FAIL · ";
    String end =
        report.targets().size() == 1
            ? " · " + HtmlRatios.percent(verdicts(report.targets().getFirst()))
            : "";
    return start + "Logging coverage" + end;
  }

  static void write(Markup markup, CoverageReport report, RowBudget budget) throws IOException {
    outcome(markup, report);
    refused(markup, report);
    if (report.targets().size() > 1) {
      overview(markup, report);
    }
    int number = 0;
    for (TargetReport target : report.targets()) {
      new TargetSection(markup, target, number).write();
      number++;
    }
    leftOut(markup, budget);
  }

  private static Tally verdicts(TargetReport target) {
    return target.coverage().tally(Counter.VERDICT);
  }

  private static void outcome(Markup markup, CoverageReport report) throws IOException {
    boolean asked = report.targets().stream().anyMatch(target -> !target.gates().isEmpty());
    markup.open("p", "class", "outcome", "id", "outcome");
    if (!report.passes()) {
      markup.leaf("strong", "✗ FAIL", "class", "pill fail");
    } else if (asked) {
      markup.leaf("strong", "✓ PASS", "class", "pill pass");
    } else {
      markup.leaf("span", "no gate is set", "class", "pill");
    }
    markup.close("p").line();
  }

  private static void refused(Markup markup, CoverageReport report) throws IOException {
    if (report.refused().isEmpty()) {
      return;
    }
    markup.open("section", "class", "alarm", "aria-labelledby", "refused-title");
    markup.leaf("h2", "Documents that kubectl would refuse", "id", "refused-title");
    markup.leaf("p", "Each of them fails the run, even if all gates pass.");
    FoldedList.list(
        markup,
        report.refused(),
        finding -> {
          markup.leaf("code", place(finding), "class", "place").text(" ");
          markup.text(finding.message());
        });
    markup.close("section").line();
  }

  private static String place(LocatedFinding finding) {
    return finding.path()
        + ":"
        + finding.region().startLine()
        + ":"
        + finding.region().startColumn();
  }

  private static void overview(Markup markup, CoverageReport report) throws IOException {
    markup.open("section", "aria-labelledby", "targets-title");
    markup.leaf("h2", "Targets", "id", "targets-title");
    markup.open("div", "class", "scroll").open("table", "id", "targets");
    markup.open("thead").open("tr");
    for (String head : new String[] {"Target", "Verdicts", "Covered", "Gates"}) {
      markup.leaf("th", head, "scope", "col");
    }
    markup.close("tr").close("thead").open("tbody").line();
    int number = 0;
    for (TargetReport target : report.targets()) {
      markup.open("tr").open("th", "scope", "row");
      markup.leaf("a", target.title(), "href", "#target-" + number).close("th");
      markup.open("td", "class", "wide");
      Bar.write(markup, verdicts(target));
      markup.close("td");
      HtmlRatios.cell(markup, verdicts(target), "class", "ratio");
      markup.leaf("td", gates(target)).close("tr").line();
      number++;
    }
    markup.close("tbody").close("table").close("div").close("section").line();
  }

  private static String gates(TargetReport target) {
    return target.gates().isEmpty() ? "none set" : target.passes() ? "✓ PASS" : "✗ FAIL";
  }

  private static void leftOut(Markup markup, RowBudget budget) throws IOException {
    if (budget.leftOut() == 0) {
      return;
    }
    markup.open("p", "class", "note", "id", "left-out");
    markup.leaf("strong", HtmlText.count(budget.leftOut(), "point") + " not listed below");
    markup.text(": a page lists at most " + HtmlText.number(budget.listed()) + ". Left out are ");
    String comma = "";
    for (RowBudget.Rank rank : RowBudget.Rank.values()) {
      if (budget.leftOut(rank) > 0) {
        markup.text(comma + HtmlText.number(budget.leftOut(rank)) + " " + rank.words());
        comma = ", ";
      }
    }
    markup.text(". All numbers above count them; --format json lists them.");
    markup.close("p").line();
  }
}
