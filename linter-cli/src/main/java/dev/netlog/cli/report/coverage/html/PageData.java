package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.io.json.JsonWriter;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// The points as data for the page's script: columns of numbers, and tables with the values they
/// refer to.
final class PageData {
  private final JsonWriter json;
  private final RowBudget budget;
  private final Map<RowBudget.Rank, Long> left = new EnumMap<>(RowBudget.Rank.class);
  private final Tables tables = new Tables();

  PageData(Appendable out, RowBudget budget) {
    this.json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
    this.budget = budget;
    for (RowBudget.Rank rank : RowBudget.Rank.values()) {
      left.put(rank, budget.quota(rank));
    }
  }

  void write(CoverageReport report) throws IOException {
    json.beginObject().name("targets").beginArray();
    int number = 0;
    for (TargetReport target : report.targets()) {
      json.beginObject().member("title", HtmlText.text(target.title()));
      namespaces(target);
      new Rows(target, budget.changes(number)).write();
      json.endObject();
      number++;
    }
    json.endArray().member("leftOut", budget.leftOut());
    tables.write(json);
    json.endObject();
  }

  private void namespaces(TargetReport target) throws IOException {
    List<NamespaceCoverage> namespaces = NamespaceTable.namespaces(target);
    json.name("namespaces").beginObject();
    column("name", namespaces, namespace -> tables.namespace(namespace.name()));
    tallies("covered", namespaces, Tally::covered);
    tallies("missed", namespaces, Tally::missed);
    tallies("unknown", namespaces, Tally::unknown);
    json.endObject();
  }

  private void tallies(String name, List<NamespaceCoverage> all, ToLongFunction<Tally> of)
      throws IOException {
    column(name, all, namespace -> of.applyAsLong(NamespaceTable.tally(namespace)));
  }

  private <T> void column(String name, List<T> items, ToLongFunction<T> of) throws IOException {
    json.name(name).beginArray();
    for (T item : items) {
      json.number(of.applyAsLong(item));
    }
    json.endArray();
  }

  /// The points of one target.
  ///
  /// All workloads of a group are in the same situation, so one explanation serves all of them.
  /// Explanations are expensive to compute, and groups may be large.
  private final class Rows {
    private final TargetReport target;
    private final Changes changes;
    private final Columns columns = new Columns();
    private final Map<JudgedPoint, Columns.Told> told = new HashMap<>();
    private final Map<JudgedPoint, Integer> toldBefore = new HashMap<>();

    Rows(TargetReport target, Changes changes) {
      this.target = target;
      this.changes = changes;
    }

    void write() throws IOException {
      for (NamespaceCoverage namespace : target.coverage().namespaces()) {
        namespace.forEach(
            (subject, of, point) -> {
              RowBudget.Rank rank = RowBudget.Rank.of(changes, subject, point);
              if (left.merge(rank, -1L, Long::sum) >= 0) {
                add(new SubjectPoint(point.key(subject), subject, of, namespace.name(), point));
              }
            });
      }
      columns.write(json, target.comparison() != null);
    }

    private void add(SubjectPoint point) {
      Changes.Change change = changes.of(point.subject(), point.point());
      columns.add(
          tables.subject(point.namespace(), point.subject()),
          told.computeIfAbsent(point.point(), _ -> tell(point)),
          change.kind());
      SubjectPoint before = change.before();
      Comparison comparison = target.comparison();
      if (before != null && comparison != null) {
        columns.addBefore(
            toldBefore.computeIfAbsent(
                before.point(), _ -> tables.story(before, comparison.baseStories().of(before))));
      }
    }

    private Columns.Told tell(SubjectPoint point) {
      PointExplanation story = target.stories().of(point);
      return new Columns.Told(
          tables.reason(point.point()),
          tables.kind(point.point()),
          tables.story(point, story),
          tables.phrase(story.witness(), point),
          tables.behind(point.point()));
    }
  }
}
