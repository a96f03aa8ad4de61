package dev.netlog.io.text;

import java.util.Arrays;

/// The text of a file by lines, as editors count them: a line ends at LF, CRLF or CR.
///
/// Safe for use by several threads.
public final class SourceText {
  private final String text;
  private final int[] starts;
  private final CodePoints points;

  /// The text of a file, without its byte order mark.
  public SourceText(String text) {
    this.text = text;
    this.starts = lineStarts(text);
    this.points = new CodePoints(text);
  }

  /// The whole text.
  public String text() {
    return text;
  }

  /// The number of lines; at least one.
  public int lineCount() {
    return starts.length;
  }

  /// A line without its line end.
  ///
  /// @param number from 1 to [#lineCount()]
  public String line(int number) {
    return text.substring(lineStart(number), lineEnd(number));
  }

  /// The offset of a line's first UTF-16 code unit.
  public int lineStart(int number) {
    return starts[number - 1];
  }

  /// The offset after a line's last UTF-16 code unit, without its line end.
  public int lineEnd(int number) {
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /// The offset of a column of a line, or of the line's end where the line is shorter.
  public int offset(int line, int column) {
    int start = lineStart(line);
    int end = lineEnd(line);
    if (column <= 1) {
      return start;
    }
    return column > end - start
        ? end
        : Math.min(end, points.offset(points.before(start) + column - 1));
  }

  /// The region between two offsets in UTF-16 code units.
  public Region region(int start, int end) {
    int first = lineOf(start);
    int last = lineOf(end);
    return new Region(first, column(first, start), last, column(last, end));
  }

  /// The line that contains an offset, from 1.
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int column(int line, int offset) {
    return points.before(offset) - points.before(starts[line - 1]) + 1;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (!ends) {
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
