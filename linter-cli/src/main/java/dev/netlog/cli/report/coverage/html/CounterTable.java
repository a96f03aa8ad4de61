package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Tally;
import java.io.IOException;

/// The counters of a target, and the share of workloads that policies govern.
final class CounterTable {
  private static final String[] HEADS = {
    "Counter", "Share", "Covered", "Partial", "Missed", "Unknown", "Total", "Ratio"
  };

  private CounterTable() {}

  static void write(Markup markup, TargetReport target, int number) throws IOException {
    Comparison comparison = target.comparison();
    markup.open("div", "class", "scroll");
    markup.open("table", "class", "counters", "data-target", Integer.toString(number));
    markup.leaf("caption", "Counters").open("thead").open("tr");
    for (String head : HEADS) {
      markup.leaf("th", head, "scope", "col");
    }
    if (comparison != null) {
      markup.leaf("th", "Base", "scope", "col");
    }
    markup.close("tr").close("thead").open("tbody").line();
    for (Counter counter : Counter.values()) {
      row(markup, target.coverage(), counter);
      if (comparison != null) {
        HtmlRatios.cell(markup, comparison.base().tally(counter), "class", "ratio");
      }
      markup.close("tr").line();
    }
    markup.close("tbody").close("table").close("div").line();
    governance(markup, target.coverage());
  }

  private static void row(Markup markup, Coverage coverage, Counter counter) throws IOException {
    Tally tally = coverage.tally(counter);
    markup.open("tr", "data-counter", counter.word());
    markup.leaf("th", counter.word(), "scope", "row").open("td", "class", "wide");
    Bar.write(markup, tally);
    markup.close("td");
    number(markup, "covered", tally.covered());
    if (counter.countsPoints()) {
      markup.leaf("td", "–", "class", "count none");
    } else {
      number(markup, "partial", tally.partial());
    }
    number(markup, "missed", tally.missed());
    number(markup, "unknown", tally.unknown());
    number(markup, "total", tally.total());
    HtmlRatios.cell(markup, tally, "class", "ratio");
  }

  private static void number(Markup markup, String member, long value) throws IOException {
    markup.leaf(
        "td",
        HtmlText.number(value),
        "class",
        value == 0 ? "count none" : "count",
        "data-member",
        member);
  }

  private static void governance(Markup markup, Coverage coverage) throws IOException {
    markup.open("p", "class", "governance").text("Governance: ");
    markup.leaf("span", coverage.governed() + "/" + coverage.governable(), "class", "fraction");
    markup.text(
        " pairs of a workload and a direction have a policy. Connections without a policy are never"
            + " logged, and coverage does not count them.");
    markup.close("p").line();
  }
}
