package dev.netlog.cli.report.coverage.format;

import static dev.netlog.cli.report.coverage.format.MarkdownLines.code;
import static dev.netlog.cli.report.coverage.format.MarkdownLines.codes;

import dev.netlog.cli.report.coverage.Blocks;
import dev.netlog.cli.report.coverage.Entry;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.platform.text.Phrase;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes blocks of points as nested lists of Markdown.
final class BlockMarkdown {
  private final MarkdownLines lines;

  BlockMarkdown(MarkdownLines lines) {
    this.lines = lines;
  }

  void write(List<Blocks.Block> blocks) throws IOException {
    for (Blocks.Block block : blocks) {
      lines.line("- **" + block.word() + "**");
      settings(block);
      for (Blocks.Told told : block.told()) {
        entry(told);
      }
    }
  }

  /// Writes entries with only their cause.
  void writeBriefly(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      lines.line(
          "- " + entry.cause() + ": " + code(entry.label()) + " of " + codes(entry.subjects()));
    }
  }

  private void settings(Blocks.Block block) throws IOException {
    steps("was", block.was());
    steps(block.was().isEmpty() ? "why" : "is", block.is());
    PointExplanation story = block.story();
    if (block.settledBy() != null) {
      lines.line("  - ask: " + code(block.settledBy().text()));
    }
    if (story.remedy() != null) {
      String line = Blocks.line(story);
      String more = line == null ? "" : ": " + code(line);
      lines.line("  - fix: " + code(story.remedy().text()) + at(story.remedyPlace()) + more);
    }
  }

  private void steps(String label, List<PointExplanation.Step> steps) throws IOException {
    for (PointExplanation.Step step : steps) {
      lines.line("  - " + label + ": " + code(step.text()) + at(step.at()));
    }
  }

  private void entry(Blocks.Told told) throws IOException {
    Entry entry = told.entry();
    StringBuilder text = new StringBuilder("  - ").append(code(entry.label()));
    text.append(entry.isPartial() ? " (some connections)" : "").append(at(told.story().point()));
    text.append(", of ").append(codes(entry.subjects()));
    if (!entry.policies().shown().isEmpty()) {
      text.append(", by ").append(codes(entry.policies()));
    }
    Phrase witness = told.story().witness();
    if (witness != null) {
      text.append(", e.g. ");
      text.append(code((entry.count() == 1 ? "" : entry.first().subject() + ": ") + witness));
    }
    lines.line(text.toString());
  }

  private static String at(PointExplanation.@Nullable At at) {
    return at == null ? "" : " at " + (at.base() ? "base " : "") + code(at.toString());
  }
}
