package dev.netlog.network;

import java.util.Arrays;

/// Collects ranges in the order of their first members; joins those that overlap or touch.
final class RangesBuilder {
  private long[] bounds = new long[16];
  private int length;

  /// Adds a range that starts no earlier than the one before it.
  void add(long fromHigh, long fromLow, long toHigh, long toLow) {
    if (length > 0) {
      long endHigh = bounds[length - 2];
      long endLow = bounds[length - 1];
      if (touches(endHigh, endLow, fromHigh, fromLow)) {
        if (UInt128.compare(endHigh, endLow, toHigh, toLow) < 0) {
          bounds[length - 2] = toHigh;
          bounds[length - 1] = toLow;
        }
        return;
      }
    }
    if (length == bounds.length) {
      bounds = Arrays.copyOf(bounds, length * 2);
    }
    bounds[length] = fromHigh;
    bounds[length + 1] = fromLow;
    bounds[length + 2] = toHigh;
    bounds[length + 3] = toLow;
    length += 4;
  }

  /// Adds the range whose four bounds are at an index.
  void add(long[] from, int at) {
    add(from[at], from[at + 1], from[at + 2], from[at + 3]);
  }

  /// Adds the range from the number at one index to the number at another.
  void add(long[] from, int at, long[] to, int toAt) {
    add(from[at], from[at + 1], to[toAt], to[toAt + 1]);
  }

  Ranges build() {
    return length == 0 ? Ranges.empty() : new Ranges(Arrays.copyOf(bounds, length));
  }

  /// Whether there is no number between the end of one range and the start of the next.
  private static boolean touches(long endHigh, long endLow, long fromHigh, long fromLow) {
    if (UInt128.compare(fromHigh, fromLow, endHigh, endLow) <= 0) {
      return true;
    }
    long nextLow = endLow + 1;
    long nextHigh = nextLow == 0 ? endHigh + 1 : endHigh;
    return nextHigh == fromHigh && nextLow == fromLow;
  }
}
