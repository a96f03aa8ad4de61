package dev.netlog.cli.report.coverage.format;

import static dev.netlog.cli.report.coverage.format.TextTable.head;
import static dev.netlog.cli.report.coverage.format.TextTable.left;
import static dev.netlog.cli.report.coverage.format.TextTable.right;

import dev.netlog.cli.report.Ink;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.Blocks;
import dev.netlog.cli.report.coverage.Entry;
import dev.netlog.cli.report.coverage.PointEntries;
import dev.netlog.cli.report.coverage.RatioText;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes the coverage of a target without a base as text.
final class CoverageText {
  /// The maximum number of entries per namespace; more points are counted.
  private static final int ENTRIES = 10;

  /// The maximum number of namespaces; more are counted.
  private static final int NAMESPACES = 50;

  private final TextLines lines;
  private final TargetReport target;
  private final Coverage coverage;

  CoverageText(TextLines lines, TargetReport target) {
    this.lines = lines;
    this.target = target;
    this.coverage = target.coverage();
  }

  void write() throws IOException {
    counters();
    lines.blank();
    Tally all = coverage.tally(Counter.VERDICT);
    if (all.missed() > 0) {
      lines.add(Ink.ERROR, "missed").add(": " + points(all.missed())).end();
      namespaces(Status.MISSED);
    }
    if (all.unknown() > 0) {
      lines.add(Ink.WARNING, "unknown").add(": " + points(all.unknown()));
      lines.add(", of which the input does not say whether a record is left").end();
      namespaces(Status.UNKNOWN);
    }
    if (all.covered() > 0) {
      lines.add(Ink.STRONG, "covered").add(": " + points(all.covered())).end();
      namespaces(Status.COVERED);
    }
  }

  private static String points(long number) {
    return SummaryText.count(number, "verdict point");
  }

  private void counters() throws IOException {
    TextTable table = new TextTable();
    boolean open = coverage.tally(Counter.VERDICT).unknown() > 0;
    List<TextTable.Cell> header = new ArrayList<>();
    header.add(head(""));
    for (String word : List.of("covered", "partial", "missed", "unknown", "total")) {
      header.add(new TextTable.Cell(Ink.FRAME, word, TextTable.Side.RIGHT));
    }
    header.add(head(open ? "at least" : "logged"));
    header.add(head(""));
    if (open) {
      header.add(head("at most"));
      header.add(head(""));
    }
    table.row(header);
    for (Counter counter : Counter.values()) {
      table.row(row(counter, open));
    }
    table.write(lines);
    Ratio governance = Ratio.of(coverage.governed(), coverage.governable());
    lines
        .add("  governance  " + RatioText.text(governance))
        .add(" (directions of workloads that a");
    lines.add(" policy governs; the others are never logged, and not counted above)").end();
  }

  private List<TextTable.Cell> row(Counter counter, boolean open) {
    Tally tally = coverage.tally(counter);
    List<TextTable.Cell> row = new ArrayList<>();
    row.add(left(counter.word()));
    row.add(right(tally.covered()));
    row.add(counter.countsPoints() ? right("") : right(tally.partial()));
    row.add(right(tally.missed()));
    row.add(right(tally.unknown()));
    row.add(right(tally.total()));
    row.add(left(RatioText.fraction(tally.low())));
    row.add(right(RatioText.percent(tally.low())));
    if (open) {
      row.add(left(RatioText.fraction(tally.high())));
      row.add(right(RatioText.percent(tally.high())));
    }
    return row;
  }

  private void namespaces(Status status) throws IOException {
    int shown = 0;
    long hidden = 0;
    long points = 0;
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      long here = number(namespace.tally(Counter.VERDICT), status);
      if (here > 0 && shown < NAMESPACES) {
        shown++;
        namespace(namespace, status, here);
      } else if (here > 0) {
        hidden++;
        points += here;
      }
    }
    if (hidden > 0) {
      lines.add("  and " + SummaryText.count(points, "more point") + " in ");
      lines.add(SummaryText.count(hidden, "more namespace") + " (--format json lists them)").end();
    }
    lines.blank();
  }

  /// The number of points with a status.
  static long number(Tally tally, Status status) {
    return switch (status) {
      case COVERED -> tally.covered();
      case PARTIAL -> tally.partial();
      case MISSED -> tally.missed();
      case UNKNOWN -> tally.unknown();
    };
  }

  /// The name of a namespace in headings.
  static String name(NamespaceCoverage namespace) {
    return namespace.name().isEmpty() ? "(cluster)" : namespace.name();
  }

  private void namespace(NamespaceCoverage namespace, Status status, long number)
      throws IOException {
    String name = name(namespace);
    lines.add("  ").add(Ink.STRONG, name);
    lines.add("  " + RatioText.text(namespace.tally(Counter.VERDICT))).end();
    List<Entry> entries = PointEntries.of(namespace, status);
    List<Entry> shown = entries.subList(0, Math.min(ENTRIES, entries.size()));
    BlockText text = new BlockText(lines, "    ");
    if (status == Status.COVERED) {
      text.writeBriefly(shown);
    } else {
      text.write(Blocks.of(shown, target.stories()));
    }
    long hidden = number - PointEntries.count(shown);
    if (hidden > 0) {
      lines.add("    and " + SummaryText.count(hidden, "more point") + " in " + name);
      lines.add(" (--format json lists them)").end();
    }
  }
}
