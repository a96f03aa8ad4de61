package dev.netlog.network;

import java.util.Locale;

/// An unsigned number of 128 bits.
///
/// @param high its high half
/// @param low its low half
public record UInt128(long high, long low) implements Comparable<UInt128> {

  /// Compares two numbers, each given as its halves.
  static int compare(long high, long low, long otherHigh, long otherLow) {
    return high == otherHigh
        ? Long.compareUnsigned(low, otherLow)
        : Long.compareUnsigned(high, otherHigh);
  }

  /// Compares the numbers at two indexes.
  static int compare(long[] one, int at, long[] other, int otherAt) {
    return compare(one[at], one[at + 1], other[otherAt], other[otherAt + 1]);
  }

  /// The number after this one; after the last comes 0.
  public UInt128 next() {
    return new UInt128(low == -1 ? high + 1 : high, low + 1);
  }

  /// The number before this one; before 0 comes the last.
  public UInt128 previous() {
    return new UInt128(low == 0 ? high - 1 : high, low - 1);
  }

  @Override
  public int compareTo(UInt128 that) {
    return compare(high, low, that.high, that.low);
  }

  /// In hexadecimal, without leading zeros.
  @Override
  public String toString() {
    String text = Long.toHexString(low);
    return high == 0
        ? text
        : Long.toHexString(high) + String.format(Locale.ROOT, "%16s", text).replace(' ', '0');
  }
}
