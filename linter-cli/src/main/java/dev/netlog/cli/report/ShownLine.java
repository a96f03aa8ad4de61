package dev.netlog.cli.report;

import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.rule.Visible;

/// A line of a file as it is printed: neutral, with tabs expanded, and cut to a window around the
/// marked part.
///
/// @param text the line
/// @param markStart the number of columns before the mark
/// @param markWidth the number of marked columns; 0 for none
record ShownLine(String text, int markStart, int markWidth) {
  /// The approximate number of columns shown of a long line.
  static final int WINDOW = 120;

  /// The number of columns before the mark in a line that is cut on its left.
  private static final int LEAD = 40;

  /// The maximum number of code units per window. Otherwise characters without a width could make
  /// it as long as the line, for each finding on it.
  private static final int MOST_UNITS = 8 * WINDOW;

  private static final int TAB = 4;
  private static final char CUT = '…';

  /// A line without a mark.
  static ShownLine of(SourceText source, int number) {
    int start = source.lineStart(number);
    return new Printer(source, number, start, start).print(start, 0);
  }

  /// A line with the part that a region covers marked: at least one column in the region's first
  /// line, and without the indentation in the others.
  static ShownLine of(SourceText source, int number, Region region) {
    boolean first = number == region.startLine();
    int from = first ? source.offset(number, region.startColumn()) : indentation(source, number);
    int to =
        number == region.endLine()
            ? source.offset(number, region.endColumn())
            : source.lineEnd(number);
    Printer printer = new Printer(source, number, from, Math.max(from, to));
    return printer.print(printer.windowStart(), first ? 1 : 0);
  }

  /// The end of the line's indentation, or a limit within an extremely long one.
  private static int indentation(SourceText source, int number) {
    String text = source.text();
    int at = source.lineStart(number);
    int end = Math.min(source.lineEnd(number), at + MOST_UNITS);
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /// Builds one line; offsets are those of the whole text.
  private static final class Printer {
    private final String text;
    private final int lineStart;
    private final int lineEnd;
    private final int from;
    private final int to;
    private final StringBuilder shown = new StringBuilder();
    private int column;

    Printer(SourceText source, int number, int from, int to) {
      this.text = source.text();
      this.lineStart = source.lineStart(number);
      this.lineEnd = source.lineEnd(number);
      this.from = from;
      this.to = to;
    }

    /// The start of the line, or the place where a long line is cut on its left to show the mark.
    int windowStart() {
      int seen = Math.min(lineEnd, Math.max(from + 1, Math.min(to, from + LEAD)));
      int width = 0;
      int i = lineStart;
      while (i < seen && width <= WINDOW && i - lineStart < MOST_UNITS) {
        width += width(i, width);
        i += size(i);
      }
      if (i >= seen && width <= WINDOW) {
        return lineStart;
      }
      int start = from;
      int lead = 0;
      while (start > lineStart && lead < LEAD && from - start < MOST_UNITS / 2) {
        start -= Character.charCount(text.codePointBefore(start));
        lead += width(start, 0);
      }
      return start;
    }

    ShownLine print(int windowStart, int leastMark) {
      if (windowStart > lineStart) {
        shown.append(CUT);
        column = 1;
      }
      int markStart = -1;
      int markEnd = -1;
      int i = windowStart;
      for (; i < lineEnd && fits(i, windowStart); i += size(i)) {
        markStart = i == from ? column : markStart;
        markEnd = i == to ? column : markEnd;
        append(i);
      }
      if (i < lineEnd) {
        shown.append(CUT);
        column++;
      } else if (i == to) {
        markStart = i == from ? column : markStart;
        markEnd = column;
      }
      int start = markStart < 0 ? column : markStart;
      int end = markEnd < 0 ? column : markEnd;
      return new ShownLine(shown.toString(), start, Math.max(leastMark, end - start));
    }

    private boolean fits(int i, int windowStart) {
      return i - windowStart < MOST_UNITS && column + width(i, column) <= WINDOW;
    }

    private int size(int i) {
      return Character.charCount(text.codePointAt(i));
    }

    private int width(int i, int before) {
      int point = text.codePointAt(i);
      if (point == '\t') {
        return TAB - before % TAB;
      }
      return Visible.isEscaped(text, i) ? Visible.escaped(point).length() : DisplayWidth.of(point);
    }

    private void append(int i) {
      int width = width(i, column);
      if (text.charAt(i) == '\t') {
        shown.repeat(' ', width);
      } else {
        Visible.append(shown, text, i);
      }
      column += width;
    }
  }
}
