package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import java.io.IOException;

/// Writes one self-contained page: the numbers, gates and namespaces as plain markup, and each
/// point as data that the page's script lists and filters.
///
/// A page holds at most [#ROWS] points. If there are more, it lists the most important ones and
/// says how many of each state are left out. The numbers always count all points.
public final class HtmlFormat implements CoverageFormat {
  /// The maximum number of points on a page, which a browser can still filter quickly.
  static final int ROWS = 50_000;

  private final int rows;

  /// Creates the format.
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
