package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One target: its ratio, gates, changes, counters and namespaces.
final class TargetSection {
  private final Markup markup;
  private final TargetReport target;
  private final int number;
  private final Tally verdicts;

  TargetSection(Markup markup, TargetReport target, int number) {
    this.markup = markup;
    this.target = target;
    this.number = number;
    this.verdicts = target.coverage().tally(Counter.VERDICT);
  }

  void write() throws IOException {
    String id = "target-" + number;
    markup.open("section", "class", "target", "id", id, "aria-labelledby", titleId(number));
    markup.leaf("h2", target.title(), "id", titleId(number)).line();
    assumptions();
    markup.open("div", "class", "top");
    headline();
    gates();
    markup.close("div").line();
    Comparison comparison = target.comparison();
    ChangeSection changes =
        comparison == null ? null : new ChangeSection(markup, target, comparison, number);
    if (changes != null) {
      changes.writeNumbers();
    }
    CounterTable.write(markup, target, number);
    NamespaceTable.write(markup, target, number);
    if (changes != null) {
      changes.write();
    }
    markup.close("section").line();
  }

  /// The id of the title of a target.
  static String titleId(int number) {
    return "target-" + number + "-title";
  }

  private void assumptions() throws IOException {
    Map<String, String> values = target.coverage().target().inventory().assumptions().values();
    if (values.isEmpty()) {
      return;
    }
    markup.open("p", "class", "assumptions").text("Assuming ");
    String comma = "";
    for (Map.Entry<String, String> value : values.entrySet()) {
      markup.text(comma).leaf("code", value.getKey() + "=" + value.getValue());
      comma = ", ";
    }
    markup.close("p").line();
  }

  private void headline() throws IOException {
    markup.open("div", "class", "headline");
    markup.open("p", "class", "figure");
    markup.leaf("strong", HtmlRatios.percent(verdicts), "data-figure", "percent");
    markup.open("span", "class", "of");
    if (verdicts.total() == 0) {
      markup.text("no policy gives a verdict that counts");
    } else {
      markup.leaf("span", HtmlRatios.fraction(verdicts), "class", "fraction");
      markup.text(" verdicts leave a record");
    }
    markup.close("span").close("p");
    Bar.write(markup, verdicts);
    legend();
    base();
    settling();
    markup.close("div").line();
  }

  private void legend() throws IOException {
    markup.open("ul", "class", "legend");
    legend("covered", verdicts.covered());
    legend("missed", verdicts.missed());
    legend("unknown", verdicts.unknown());
    markup.close("ul").line();
  }

  private void legend(String state, long count) throws IOException {
    markup.open("li", "class", state);
    markup.open("a", "class", "filter", "href", "#target=" + number + "&state=" + state);
    markup.leaf("b", HtmlText.number(count)).text(" " + state).close("a").close("li");
  }

  private void base() throws IOException {
    Comparison comparison = target.comparison();
    if (comparison == null) {
      return;
    }
    Tally before = comparison.base().tally(Counter.VERDICT);
    markup.open("p", "class", "base").text("base ").leaf("code", comparison.label()).text(": ");
    markup.text(HtmlRatios.percent(before) + " ");
    markup.leaf("span", HtmlRatios.fraction(before), "class", "fraction").close("p").line();
  }

  /// What would settle the unknown points.
  private void settling() throws IOException {
    if (verdicts.unknown() == 0) {
      return;
    }
    List<Map.Entry<String, Long>> entries =
        new ArrayList<>(settledBy(target.coverage()).entrySet());
    entries.sort((a, b) -> Long.compare(b.getValue(), a.getValue()));
    markup.open("div", "class", "settle");
    markup.leaf("p", "What would settle the unknown:");
    FoldedList.list(
        markup,
        entries,
        entry -> {
          markup.text(entry.getKey() + " ");
          markup.leaf("span", HtmlText.count(entry.getValue(), "verdict"), "class", "number");
        });
    markup.close("div").line();
  }

  private static Map<String, Long> settledBy(Coverage coverage) {
    Map<String, Long> counts = new TreeMap<>();
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      for (Group group : namespace.groups()) {
        group.points().forEach(point -> settledBy(counts, point, group.subjects().size()));
      }
      namespace.own().forEach(point -> settledBy(counts, point, 1));
    }
    return counts;
  }

  private static void settledBy(Map<String, Long> counts, JudgedPoint point, long times) {
    if (point.isCounted()
        && point.state() instanceof LoggingState.Unknown(_, _, Phrase settledBy, _, _)) {
      counts.merge(settledBy.text(), times, Long::sum);
    }
  }

  private void gates() throws IOException {
    if (target.gates().isEmpty()) {
      return;
    }
    markup.open("div", "class", "gates scroll").open("table");
    markup.leaf("caption", "Gates").open("thead").open("tr");
    for (String head : new String[] {"Gate", "Result", "Actual", "Required", "Why"}) {
      markup.leaf("th", head, "scope", "col");
    }
    markup.close("tr").close("thead").open("tbody").line();
    for (GateResult gate : target.gates()) {
      markup.open("tr", "data-gate", gate.gate()).leaf("th", gate.gate(), "scope", "row");
      markup.open("td").leaf("span", words(gate), "class", "pill " + kind(gate)).close("td");
      markup.leaf("td", gate.actual(), "class", "fraction");
      markup.leaf("td", gate.required(), "class", "fraction");
      markup.leaf("td", gate.message()).close("tr").line();
    }
    markup.close("tbody").close("table").close("div").line();
  }

  private static String words(GateResult gate) {
    return gate.pass() ? "✓ pass" : gate.fails() ? "✗ FAIL" : "! not met, for information";
  }

  private static String kind(GateResult gate) {
    return gate.pass() ? "pass" : gate.fails() ? "fail" : "";
  }
}
