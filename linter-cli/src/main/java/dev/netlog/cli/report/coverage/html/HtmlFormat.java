package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import java.io.IOException;

/// One self-contained page: the numbers, gates and namespaces as plain markup, each point as data
/// that the page's script lists and filters.
///
/// A page holds at most [#ROWS] points; of more it takes those that matter most and says how many
/// of which state it leaves out. Numbers are those of all points in any case.
public final class HtmlFormat implements CoverageFormat {
  /// How many points a page lists. A browser still filters so many at once, and what nobody can
  /// read through need not be there.
  static final int ROWS = 50_000;

  private final int rows;

  /// The format as it is used.
  public HtmlFormat() {
    this(ROWS);
  }

  HtmlFormat(int rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "html";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    RowBudget budget = RowBudget.of(report, rows);
    Skeleton.read()
        .write(
            out,
            part -> {
              switch (part) {
                case TITLE -> new Markup(out).text(Summaries.title(report));
                case SUMMARY -> Summaries.write(new Markup(out), report, budget);
                case REMARKS -> Remarks.write(new Markup(out), report);
                case DATA -> new PageData(new ScriptData(out), budget).write(report);
              }
            });
  }
}
