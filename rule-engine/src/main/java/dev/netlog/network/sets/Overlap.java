package dev.netlog.network.sets;

import dev.netlog.network.Extent;

/// A box as it reaches into a [WantedRegion]: the columns in which it does not cover the piece, in
/// order, and its sides there. In all other columns it covers the piece.

final class Overlap {
  private final int[] columns;
  private final Extent[] sides;

  Overlap(int[] columns, Extent[] sides) {
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

  Extent side(int index) {
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
  Overlap without(int index) {
    int[] fewer = new int[columns.length - 1];
    Extent[] left = new Extent[columns.length - 1];
    for (int i = 0; i < fewer.length; i++) {
      int from = i < index ? i : i + 1;
      fewer[i] = columns[from];
      left[i] = sides[from];
    }
    return new Overlap(fewer, left);
  }
}
