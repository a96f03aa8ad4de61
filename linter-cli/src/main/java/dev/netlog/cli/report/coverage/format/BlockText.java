package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.Ink;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.Blocks;
import dev.netlog.cli.report.coverage.Entry;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.platform.text.Phrase;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes blocks of points as lines of text: the setting that decides, the remedy, then each entry
/// with its place, its subjects and a connection that is not logged.
final class BlockText {
  private final TextLines lines;
  private final String indent;

  BlockText(TextLines lines, String indent) {
    this.lines = lines;
    this.indent = indent;
  }

  void write(List<Blocks.Block> blocks) throws IOException {
    for (Blocks.Block block : blocks) {
      lines.add(indent).add(Ink.STRONG, block.word()).end();
      settings(block);
      for (Blocks.Told told : block.told()) {
        entry(told);
      }
    }
  }

  /// Writes entries with only their cause, once for all entries that share it.
  ///
  /// @param entries by cause
  void writeBriefly(List<Entry> entries) throws IOException {
    String cause = "";
    for (Entry entry : entries) {
      if (!entry.cause().equals(cause)) {
        cause = entry.cause();
        lines.add(indent).add(Ink.STRONG, cause).end();
      }
      lines.add(indent + "  " + entry.label()).add(Ink.FRAME, "   of ");
      lines.add(entry.subjects().text()).end();
    }
  }

  private void settings(Blocks.Block block) throws IOException {
    steps("was", block.was());
    steps(block.was().isEmpty() ? "why" : "is", block.is());
    PointExplanation story = block.story();
    if (block.settledBy() != null) {
      note("  ", "ask", block.settledBy().text()).end();
    }
    if (story.remedy() != null) {
      at(note("  ", "fix", story.remedy().text()), story.remedyPlace());
      String line = Blocks.line(story);
      if (line != null) {
        note("  ", "", line).end();
      }
    }
  }

  private void steps(String label, List<PointExplanation.Step> steps) throws IOException {
    for (PointExplanation.Step step : steps) {
      at(note("  ", label, step.text()), step.at());
    }
  }

  private void entry(Blocks.Told told) throws IOException {
    Entry entry = told.entry();
    String part = entry.isPartial() ? ", some connections" : "";
    at(lines.add(indent + "  ").add(entry.label() + part), told.story().point());
    note("    ", "of", entry.subjects().text()).end();
    if (!entry.policies().shown().isEmpty()) {
      note("    ", "by", entry.policies().text()).end();
    }
    Phrase witness = told.story().witness();
    if (witness != null) {
      String of = entry.count() == 1 ? "" : entry.first().subject() + ": ";
      note("    ", "e.g.", of + witness).end();
    }
  }

  private TextLines note(String further, String label, String text) {
    String padded = label + " ".repeat(6 - label.length());
    return lines.add(indent + further).add(Ink.FRAME, padded).add(text);
  }

  private static void at(TextLines line, PointExplanation.@Nullable At at) throws IOException {
    if (at != null) {
      line.add("   " + (at.base() ? "base " : "") + at);
    }
    line.end();
  }
}
