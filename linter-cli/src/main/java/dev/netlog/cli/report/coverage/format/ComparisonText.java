package dev.netlog.cli.report.coverage.format;

import static dev.netlog.cli.report.coverage.format.TextTable.head;
import static dev.netlog.cli.report.coverage.format.TextTable.left;
import static dev.netlog.cli.report.coverage.format.TextTable.right;

import dev.netlog.cli.report.Ink;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.Differences;
import dev.netlog.cli.report.coverage.GateExplanation;
import dev.netlog.cli.report.coverage.GateWords;
import dev.netlog.cli.report.coverage.Loss;
import dev.netlog.cli.report.coverage.Losses;
import dev.netlog.cli.report.coverage.RatioText;
import dev.netlog.cli.report.coverage.ShortList;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.GateResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the coverage of a target, compared with its base, as text.
final class ComparisonText {
  /// The maximum number of pairs shown that lost their policies; more are counted.
  private static final int PAIRS = 50;

  /// The maximum number of removed points shown; more are counted.
  private static final int KEYS = 10;

  private final TextLines lines;
  private final TargetReport target;
  private final Coverage base;
  private final Comparison comparison;
  private final Differences differences;

  ComparisonText(TextLines lines, TargetReport target, Comparison comparison) {
    this.lines = lines;
    this.target = target;
    this.base = comparison.base();
    this.comparison = comparison;
    this.differences = new Differences(target, comparison);
  }

  void write() throws IOException {
    table();
    lines.blank();
    if (differences.diff().isEmpty()) {
      lines.add("nothing changed").end();
    }
    losses();
    touched();
    part(Ink.ERROR, "- ", "lost", differences.lost());
    part(Ink.ERROR, "- ", "born bare", differences.bornBare());
    part(Ink.ERROR, "- ", "changed", differences.changedBare());
    part(Ink.INFO, "+ ", "gained", differences.gained());
    part(Ink.INFO, "+ ", "born covered", differences.bornCovered());
    deleted();
    governance();
    unchanged();
    lines.blank();
  }

  private void table() throws IOException {
    TextTable table = new TextTable();
    table.row(
        List.of(
            head(""),
            head("base"),
            head(""),
            head("head"),
            head(""),
            head("patch"),
            head(""),
            head("gates")));
    for (Counter counter : Counter.values()) {
      List<TextTable.Cell> row = new ArrayList<>();
      row.add(left(counter.word()));
      ratio(row, differences.ratio(base.tally(counter)));
      ratio(row, differences.ratio(target.coverage().tally(counter)));
      if (counter.countsPoints()) {
        ratio(row, differences.ratio(differences.diff().patch(counter)));
      }
      if (counter == Counter.VERDICT) {
        row.add(gates());
      }
      table.row(row);
    }
    table.write(lines);
  }

  private static void ratio(List<TextTable.Cell> row, @Nullable Ratio ratio) {
    row.add(left(RatioText.fraction(ratio)));
    row.add(right(RatioText.percent(ratio)));
  }

  private TextTable.Cell gates() {
    List<String> words = new ArrayList<>();
    for (GateResult gate : target.gates()) {
      words.add(gate.gate() + " " + GateWords.word(gate));
    }
    Ink ink = target.passes() ? Ink.PLAIN : Ink.ERROR;
    return new TextTable.Cell(ink, String.join(", ", words), TextTable.Side.LEFT);
  }

  private void part(Ink ink, String sign, String word, Differences.Part part) throws IOException {
    if (part.points() == 0) {
      return;
    }
    lines.add(ink, sign + word);
    lines.add(" " + SummaryText.count(part.points(), "verdict point")).end();
    new BlockText(lines, "    ").write(part.blocks());
    if (part.hidden() > 0) {
      lines.add("    and " + SummaryText.count(part.hidden(), "more point"));
      lines.add(" (--format json lists them)").end();
    }
  }

  private void losses() throws IOException {
    List<Loss> losses = Losses.of(target, comparison);
    if (losses.isEmpty()) {
      return;
    }
    lines.add(Ink.STRONG, "what the change takes away").end();
    for (Loss loss : losses.subList(0, Math.min(Losses.SHOWN, losses.size()))) {
      lines.add(Ink.ERROR, "- ").add(loss.sentence().text());
      lines.add(loss.at() == null ? "" : "   " + loss.at()).end();
    }
    if (losses.size() > Losses.SHOWN) {
      lines.add("  and " + SummaryText.grouped(losses.size() - Losses.SHOWN) + " more");
      lines.add(" (--format json lists them)").end();
    }
    lines.blank();
  }

  private void touched() throws IOException {
    long touched = differences.touchedBare();
    if (touched > 0) {
      lines.add(Ink.STRONG, "touched and not logged");
      lines.add(": " + SummaryText.count(touched, "verdict point")).end();
    }
  }

  private void deleted() throws IOException {
    List<String> renames = GateExplanation.renames(differences.diff());
    if (!renames.isEmpty()) {
      lines.add("  renamed, the same otherwise: " + ShortList.of(renames, KEYS).text()).end();
    }
    List<String> moves = GateExplanation.moves(target, comparison);
    if (!moves.isEmpty()) {
      lines.add("  moved: " + ShortList.of(moves, KEYS).text()).end();
    }
    List<SubjectPoint> deleted = differences.diff().deleted();
    if (!deleted.isEmpty()) {
      lines.add("  deleted " + SummaryText.count(deleted.size(), "verdict point"));
      lines.add(" (out of both sides of the project gate): " + keys(deleted)).end();
    }
    List<SubjectPoint> undecided = differences.diff().noLongerDecided();
    if (!undecided.isEmpty()) {
      lines.add("  no longer decided " + SummaryText.count(undecided.size(), "verdict point"));
      lines.add(" (their objects are there): " + keys(undecided)).end();
    }
  }

  private static String keys(List<SubjectPoint> points) {
    return ShortList.of(points.stream().map(SubjectPoint::key).toList(), KEYS).text();
  }

  private void governance() throws IOException {
    List<String> lost = differences.diff().lostGovernanceTexts();
    if (!lost.isEmpty()) {
      lines.add(Ink.WARNING, "- no policy any more");
      lines.add(" " + SummaryText.grouped(lost.size()) + ": " + ShortList.of(lost, PAIRS).text());
      lines.end();
    }
  }

  private void unchanged() throws IOException {
    Tally head = target.coverage().tally(Counter.VERDICT);
    long still = differences.stillUncovered(head);
    if (still > 0) {
      lines.add("  as before " + SummaryText.count(still, "verdict point"));
      lines.add(" not covered (a run without a base lists them)").end();
    }
    if (head.unknown() > 0) {
      lines.add("  unknown " + SummaryText.count(head.unknown(), "verdict point"));
      lines.add(target.settings().ignoreUnknown() ? ", left out" : ", counted as not logged").end();
    }
  }
}
