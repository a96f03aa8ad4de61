package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Tally;
import dev.netlog.io.text.PathOrder;
import java.io.IOException;
import java.util.List;

/// The namespaces of a target, worst first. The page's script rebuilds the table to sort it.
final class NamespaceTable {
  private NamespaceTable() {}

  /// The namespaces with counted verdicts, worst first: by covered share, then by the number of
  /// uncovered verdicts, then by name.
  static List<NamespaceCoverage> namespaces(TargetReport target) {
    return target.coverage().namespaces().stream()
        .filter(namespace -> tally(namespace).total() > 0)
        .sorted(NamespaceTable::compare)
        .toList();
  }

  static Tally tally(NamespaceCoverage namespace) {
    return namespace.tally(Counter.VERDICT);
  }

  private static int compare(NamespaceCoverage one, NamespaceCoverage other) {
    Tally a = tally(one);
    Tally b = tally(other);
    int order =
        Long.compare(
            Math.multiplyExact(a.covered(), b.total()), Math.multiplyExact(b.covered(), a.total()));
    if (order == 0) {
      order = Long.compare(b.total() - b.covered(), a.total() - a.covered());
    }
    return order == 0 ? PathOrder.INSTANCE.compare(one.name(), other.name()) : order;
  }

  static void write(Markup markup, TargetReport target, int number) throws IOException {
    List<NamespaceCoverage> namespaces = namespaces(target);
    if (namespaces.isEmpty()) {
      return;
    }
    String id = "namespaces-" + number;
    String title = id + "-title " + TargetSection.titleId(number);
    markup.open("section", "class", "namespaces", "id", id, "aria-labelledby", title);
    markup.leaf("h3", "Namespaces, worst first", "id", id + "-title");
    markup.open("div", "class", "scroll").open("table", "data-target", Integer.toString(number));
    markup.open("thead").open("tr");
    for (String head :
        new String[] {"Namespace", "Verdicts", "Covered", "Missed", "Unknown", "Total", "Ratio"}) {
      markup.leaf("th", head, "scope", "col");
    }
    markup.close("tr").close("thead").open("tbody").line();
    for (NamespaceCoverage namespace :
        namespaces.subList(0, Math.min(FoldedList.LISTED, namespaces.size()))) {
      row(markup, namespace);
    }
    markup.close("tbody").close("table").close("div");
    FoldedList.rest(markup, namespaces.size(), FoldedList.LISTED);
    markup.close("section").line();
  }

  private static void row(Markup markup, NamespaceCoverage namespace) throws IOException {
    Tally tally = tally(namespace);
    markup.open("tr").leaf("th", HtmlText.namespace(namespace.name()), "scope", "row");
    markup.open("td", "class", "wide");
    Bar.write(markup, tally);
    markup.close("td");
    for (long count :
        new long[] {tally.covered(), tally.missed(), tally.unknown(), tally.total()}) {
      markup.leaf("td", HtmlText.number(count), "class", count == 0 ? "count none" : "count");
    }
    HtmlRatios.cell(markup, tally, "class", "ratio");
    markup.close("tr").line();
  }
}
