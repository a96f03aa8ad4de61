package dev.netlog.cli.report;

import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import java.io.IOException;

/// Prints the lines of a file that a finding is about, with markers and line numbers.
final class Excerpt {
  /// The maximum number of lines shown of a region.
  private static final int MOST_LINES = 4;

  private final TextLines lines;
  private final int gutter;

  /// @param gutter the number of digits of the longest line number
  Excerpt(TextLines lines, int gutter) {
    this.lines = lines;
    this.gutter = gutter;
  }

  /// The last line that an excerpt of this region shows.
  static int lastLine(SourceText source, Region region) {
    Region inside = inside(source, region);
    return lines(inside) > MOST_LINES ? inside.startLine() + MOST_LINES - 2 : inside.endLine();
  }

  /// Starts the line that says where the excerpt is from.
  TextLines arrow() {
    return lines.add(Ink.FRAME, " ".repeat(gutter + 1) + "--> ");
  }

  /// Adds a note below the excerpts.
  void note(String label, String text) throws IOException {
    lines.add(Ink.FRAME, " ".repeat(gutter + 2) + "= ");
    lines.add(Ink.STRONG, label + " ".repeat(8 - label.length())).add(text).end();
  }

  /// Prints the region and the line before it.
  void primary(SourceText source, Region region, Ink ink) throws IOException {
    if (source.text().isEmpty()) {
      return;
    }
    Region inside = inside(source, region);
    bare();
    if (inside.startLine() > 1) {
      line(inside.startLine() - 1, ShownLine.of(source, inside.startLine() - 1));
    }
    marked(source, inside, "^", ink);
  }

  /// Prints the region only.
  void secondary(SourceText source, Region region) throws IOException {
    if (source.text().isEmpty()) {
      return;
    }
    bare();
    marked(source, inside(source, region), "-", Ink.FRAME);
  }

  private void marked(SourceText source, Region region, String mark, Ink ink) throws IOException {
    int last = lastLine(source, region);
    for (int number = region.startLine(); number <= last; number++) {
      ShownLine shown = ShownLine.of(source, number, region);
      line(number, shown);
      if (shown.markWidth() > 0) {
        frame("").add(" ".repeat(shown.markStart()));
        lines.add(ink, mark.repeat(shown.markWidth())).end();
      }
    }
    int hidden = region.endLine() - last;
    if (hidden > 0) {
      frame("").add("… " + SummaryText.count(hidden, "more line")).end();
    }
  }

  private void line(int number, ShownLine shown) throws IOException {
    frame(Integer.toString(number)).add(shown.text()).end();
  }

  private void bare() throws IOException {
    frame("").end();
  }

  private TextLines frame(String number) {
    return lines.add(Ink.FRAME, " " + " ".repeat(gutter - number.length()) + number + " | ");
  }

  private static int lines(Region region) {
    return region.endLine() - region.startLine() + 1;
  }

  /// The region within the file, without a last line of which it covers nothing.
  private static Region inside(SourceText source, Region region) {
    int first = Math.clamp(region.startLine(), 1, source.lineCount());
    int last = Math.clamp(region.endLine(), first, source.lineCount());
    if (last > first && last == region.endLine() && region.endColumn() <= 1) {
      last--;
    }
    int endColumn = last == region.endLine() ? region.endColumn() : Integer.MAX_VALUE;
    return new Region(first, Math.max(1, region.startColumn()), last, endColumn);
  }
}
