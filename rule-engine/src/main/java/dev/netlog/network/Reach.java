package dev.netlog.network;

/// A box as it reaches into a [Piece]: the columns in which it does not cover the piece, in order,
/// and its sides there. In all other columns it covers the piece.
final class Reach {
  private final int[] columns;
  private final Side[] sides;

  Reach(int[] columns, Side[] sides) {
    this.columns = columns;
    this.sides = sides;
  }

  /// In how many columns the box does not cover the piece.
  int size() {
    return columns.length;
  }

  int column(int index) {
    return columns[index];
  }

  Side side(int index) {
    return sides[index];
  }

  /// Where a column stands, or -1 where the box covers the piece in it.
  int indexOf(int column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return i;
      }
    }
    return -1;
  }

  /// The same without one of its columns.
  Reach without(int index) {
    int[] fewer = new int[columns.length - 1];
    Side[] left = new Side[columns.length - 1];
    for (int i = 0; i < fewer.length; i++) {
      int from = i < index ? i : i + 1;
      fewer[i] = columns[from];
      left[i] = sides[from];
    }
    return new Reach(fewer, left);
  }
}
