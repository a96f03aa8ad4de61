package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.DisplayWidth;
import dev.netlog.cli.report.Ink;
import dev.netlog.cli.report.TextLines;
import dev.netlog.io.text.Neutral;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes rows with aligned columns.
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<Cell>> rows = new ArrayList<>();

  /// One cell. Its text is made neutral, so that its width is known.
  record Cell(Ink ink, String text, Side side) {
    Cell {
      text = Neutral.text(text);
    }

    int width() {
      return DisplayWidth.of(text);
    }
  }

  /// The alignment of a cell in its column.
  enum Side {
    LEFT,
    RIGHT
  }

  public static Cell left(String text) {
    return new Cell(Ink.PLAIN, text, Side.LEFT);
  }

  public static Cell right(String text) {
    return new Cell(Ink.PLAIN, text, Side.RIGHT);
  }

  public static Cell right(long number) {
    return right(Long.toString(number));
  }

  static Cell head(String text) {
    return new Cell(Ink.FRAME, text, Side.LEFT);
  }

  public void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  public void write(TextLines lines) throws IOException {
    List<Integer> widths = widths();
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        Cell cell = row.get(i);
        String blanks = " ".repeat(widths.get(i) - cell.width());
        lines.add(cell.side() == Side.LEFT ? GAP : GAP + blanks).add(cell.ink(), cell.text());
        lines.add(cell.side() == Side.LEFT ? blanks : "");
      }
      lines.end();
    }
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).width();
        if (i == widths.size()) {
          widths.add(width);
        } else if (widths.get(i) < width) {
          widths.set(i, width);
        }
      }
    }
    return widths;
  }
}
