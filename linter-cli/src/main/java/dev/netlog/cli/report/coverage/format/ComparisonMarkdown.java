package dev.netlog.cli.report.coverage.format;

import static dev.netlog.cli.report.coverage.format.MarkdownLines.code;
import static dev.netlog.cli.report.coverage.format.MarkdownLines.codes;

import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.Differences;
import dev.netlog.cli.report.coverage.GateExplanation;
import dev.netlog.cli.report.coverage.Loss;
import dev.netlog.cli.report.coverage.Losses;
import dev.netlog.cli.report.coverage.RatioText;
import dev.netlog.cli.report.coverage.ShortList;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import java.io.IOException;
import java.util.List;

/// Writes the changes of a target since its base as Markdown.
final class ComparisonMarkdown {
  /// The maximum number of pairs shown that lost their policies; more are counted.
  private static final int PAIRS = 50;

  /// The maximum number of removed points shown; more are counted.
  private static final int KEYS = 10;

  private final MarkdownLines lines;
  private final TargetReport target;
  private final Coverage base;
  private final Comparison comparison;
  private final Differences differences;

  ComparisonMarkdown(MarkdownLines lines, TargetReport target, Comparison comparison) {
    this.lines = lines;
    this.target = target;
    this.base = comparison.base();
    this.comparison = comparison;
    this.differences = new Differences(target, comparison);
  }

  void write() throws IOException {
    table();
    if (differences.diff().isEmpty()) {
      lines.line("Nothing changed.");
      lines.blank();
    }
    losses();
    long touched = differences.touchedBare();
    if (touched > 0) {
      lines.line("**touched and not logged**: " + SummaryText.count(touched, "verdict point"));
      lines.blank();
    }
    part(" open", "lost", differences.lost());
    part(" open", "born bare", differences.bornBare());
    part(" open", "changed", differences.changedBare());
    part("", "gained", differences.gained());
    part("", "born covered", differences.bornCovered());
    removed();
    List<String> lost = differences.diff().lostGovernanceTexts();
    if (!lost.isEmpty()) {
      String number = SummaryText.grouped(lost.size());
      lines.line("- no policy any more: " + number + ": " + codes(ShortList.of(lost, PAIRS)));
    }
    long still = differences.stillUncovered(target.coverage().tally(Counter.VERDICT));
    if (still > 0) {
      lines.line("- not covered, as before: " + SummaryText.count(still, "verdict point"));
    }
    lines.blank();
  }

  private void losses() throws IOException {
    List<Loss> losses = Losses.of(target, comparison);
    if (losses.isEmpty()) {
      return;
    }
    lines.line("**what the change takes away**, the worst first:");
    lines.blank();
    for (Loss loss : losses.subList(0, Math.min(Losses.SHOWN, losses.size()))) {
      String at = loss.at() == null ? "" : " " + code(loss.at().toString());
      lines.line("- " + code(loss.sentence().text()) + at);
    }
    if (losses.size() > Losses.SHOWN) {
      lines.line("- and " + SummaryText.grouped(losses.size() - Losses.SHOWN) + " more");
    }
    lines.blank();
  }

  private void removed() throws IOException {
    List<String> renames = GateExplanation.renames(differences.diff());
    if (!renames.isEmpty()) {
      lines.line("- renamed, the same otherwise: " + codes(ShortList.of(renames, KEYS)));
    }
    List<String> moves = GateExplanation.moves(target, comparison);
    if (!moves.isEmpty()) {
      lines.line("- moved: " + codes(ShortList.of(moves, KEYS)));
    }
    removed("deleted", differences.diff().deleted());
    removed("no longer decided", differences.diff().noLongerDecided());
  }

  private void removed(String word, List<SubjectPoint> points) throws IOException {
    if (!points.isEmpty()) {
      String number = SummaryText.count(points.size(), "verdict point");
      List<String> keys = points.stream().map(SubjectPoint::key).toList();
      lines.line("- " + word + ": " + number + ": " + codes(ShortList.of(keys, KEYS)));
    }
  }

  private void table() throws IOException {
    lines.line("| | base | head | patch |");
    lines.line("|---|---|---|---|");
    for (Counter counter : Counter.values()) {
      Tally head = target.coverage().tally(counter);
      String patch =
          counter.countsPoints()
              ? RatioText.text(differences.ratio(differences.diff().patch(counter)))
              : "";
      lines.line(
          "| "
              + String.join(
                  " | ",
                  counter.word(),
                  RatioText.text(differences.ratio(base.tally(counter))),
                  RatioText.text(differences.ratio(head)),
                  patch)
              + " |");
    }
    lines.blank();
  }

  private void part(String state, String word, Differences.Part part) throws IOException {
    if (part.points() == 0) {
      return;
    }
    lines.begin(state, word + ": " + SummaryText.count(part.points(), "verdict point"));
    new BlockMarkdown(lines).write(part.blocks());
    if (part.hidden() > 0) {
      lines.line("- and " + SummaryText.count(part.hidden(), "more point"));
    }
    lines.end();
  }
}
