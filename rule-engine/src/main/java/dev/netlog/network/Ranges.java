package dev.netlog.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A set of unsigned integers of 128 bits, as sorted ranges that neither overlap nor touch.
///
/// Immutable, compares by content. The cost of an operation depends on the number of ranges, never
/// on the number of members; if one set has few ranges and the other many, mostly on the few.
public final class Ranges implements Extent, Comparable<Ranges> {
  private static final Ranges EMPTY = new Ranges(new long[0]);
  private static final int RANGE = 4;
  private static final int LAST = 2;

  /// Four numbers per range: the high and the low half of its first member, then of its last.
  private final long[] bounds;

  Ranges(long[] bounds) {
    this.bounds = bounds;
  }

  /// The empty set.
  public static Ranges empty() {
    return EMPTY;
  }

  /// The numbers from one to another, both included.
  ///
  /// @throws IllegalArgumentException where a bound is negative or the second below the first
  public static Ranges of(long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range: " + from + " to " + to);
    }
    return of(0, from, 0, to);
  }

  /// The numbers from one to another, both included, each as its high and its low half.
  public static Ranges of(long fromHigh, long fromLow, long toHigh, long toLow) {
    return new Ranges(new long[] {fromHigh, fromLow, toHigh, toLow});
  }

  /// The union of all these sets.
  public static Ranges unionOf(Collection<Ranges> all) {
    return all.isEmpty() ? EMPTY : Extent.inPairs(all, Ranges::union);
  }

  /// The union of both sets.
  public Ranges union(Ranges that) {
    if (isEmpty() || that.isEmpty()) {
      return isEmpty() ? that : this;
    }
    RangesBuilder result = new RangesBuilder();
    int mine = 0;
    int theirs = 0;
    while (mine < bounds.length && theirs < that.bounds.length) {
      if (UInt128.compare(bounds, mine, that.bounds, theirs) <= 0) {
        result.add(bounds, mine);
        mine += RANGE;
      } else {
        result.add(that.bounds, theirs);
        theirs += RANGE;
      }
    }
    for (; mine < bounds.length; mine += RANGE) {
      result.add(bounds, mine);
    }
    for (; theirs < that.bounds.length; theirs += RANGE) {
      result.add(that.bounds, theirs);
    }
    return result.build();
  }

  /// The intersection of both sets.
  public Ranges intersect(Ranges that) {
    RangesBuilder result = new RangesBuilder();
    int mine = 0;
    int theirs = 0;
    while (mine < bounds.length && theirs < that.bounds.length) {
      if (!overlaps(mine, that, theirs)) {
        boolean startsLater = UInt128.compare(bounds, mine, that.bounds, theirs) > 0;
        theirs = startsLater ? that.seek(theirs, bounds, mine) : theirs;
        mine = startsLater ? mine : seek(mine, that.bounds, theirs);
        continue;
      }
      boolean startsLater = UInt128.compare(bounds, mine, that.bounds, theirs) >= 0;
      boolean endsSooner = UInt128.compare(bounds, mine + LAST, that.bounds, theirs + LAST) <= 0;
      result.add(
          startsLater ? bounds : that.bounds,
          startsLater ? mine : theirs,
          endsSooner ? bounds : that.bounds,
          (endsSooner ? mine : theirs) + LAST);
      mine += endsSooner ? RANGE : 0;
      theirs += endsSooner ? 0 : RANGE;
    }
    return result.build();
  }

  /// The difference: this set without the other one.
  public Ranges minus(Ranges that) {
    RangesBuilder result = new RangesBuilder();
    int theirs = 0;
    for (int mine = 0; mine < bounds.length; mine += RANGE) {
      long high = bounds[mine];
      long low = bounds[mine + 1];
      boolean left = true;
      theirs = that.seek(theirs, bounds, mine);
      while (left && theirs < that.bounds.length && overlaps(mine, that, theirs)) {
        long[] other = that.bounds;
        if (UInt128.compare(high, low, other[theirs], other[theirs + 1]) < 0) {
          long borrow = other[theirs + 1] == 0 ? 1 : 0;
          result.add(high, low, other[theirs] - borrow, other[theirs + 1] - 1);
        }
        left = UInt128.compare(other, theirs + LAST, bounds, mine + LAST) < 0;
        low = other[theirs + LAST + 1] + 1;
        high = other[theirs + LAST] + (low == 0 ? 1 : 0);
        theirs += left ? RANGE : 0;
      }
      if (left) {
        result.add(high, low, bounds[mine + LAST], bounds[mine + LAST + 1]);
      }
    }
    return result.build();
  }

  /// Whether the set is empty.
  @Override
  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /// Whether the other set is a subset of this one.
  public boolean contains(Ranges that) {
    int mine = 0;
    int theirs = 0;
    while (theirs < that.bounds.length) {
      mine = seek(mine, that.bounds, theirs);
      if (mine == bounds.length || UInt128.compare(bounds, mine, that.bounds, theirs) > 0) {
        return false;
      }
      theirs = that.seek(theirs, bounds, mine + LAST);
      if (theirs == that.bounds.length) {
        return true;
      }
      if (UInt128.compare(that.bounds, theirs + LAST, bounds, mine + LAST) == 0) {
        theirs += RANGE;
      } else if (UInt128.compare(that.bounds, theirs, bounds, mine + LAST) <= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the two sets share a member.
  public boolean intersects(Ranges that) {
    int theirs = 0;
    int mine = 0;
    while (mine < bounds.length) {
      theirs = that.seek(theirs, bounds, mine);
      if (theirs == that.bounds.length) {
        return false;
      }
      if (overlaps(mine, that, theirs)) {
        return true;
      }
      mine = seek(mine, that.bounds, theirs);
    }
    return false;
  }

  /// Whether a number is a member, given as its high and its low half.
  boolean has(long high, long low) {
    return contains(of(high, low, high, low));
  }

  /// The number of ranges.
  @Override
  public int size() {
    return bounds.length / RANGE;
  }

  /// The first member of a range.
  public UInt128 first(int range) {
    return new UInt128(bounds[range * RANGE], bounds[range * RANGE + 1]);
  }

  /// The last member of a range.
  public UInt128 last(int range) {
    return new UInt128(bounds[range * RANGE + LAST], bounds[range * RANGE + LAST + 1]);
  }

  /// Orders by the first bound that differs; a prefix of another set comes first.
  @Override
  public int compareTo(Ranges that) {
    return Arrays.compareUnsigned(bounds, that.bounds);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ranges that && Arrays.equals(bounds, that.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /// The ranges in hexadecimal: `[1-ffff, 1000a]`.
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int range = 0; range < size(); range++) {
      UInt128 from = first(range);
      UInt128 to = last(range);
      text.add(from.equals(to) ? from.toString() : from + "-" + to);
    }
    return text.toString();
  }

  /// The first range, from this one on, that does not end before a number. Uses doubling steps, so
  /// that a near range is found quickly.
  private int seek(int start, long[] number, int at) {
    int step = RANGE;
    int low = start;
    int high = start;
    while (high < bounds.length && UInt128.compare(bounds, high + LAST, number, at) < 0) {
      low = high + RANGE;
      high += step;
      step *= 2;
    }
    high = Math.min(high, bounds.length);
    while (low < high) {
      int middle = low + (high - low) / RANGE / 2 * RANGE;
      if (UInt128.compare(bounds, middle + LAST, number, at) < 0) {
        low = middle + RANGE;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean overlaps(int mine, Ranges that, int theirs) {
    return UInt128.compare(bounds, mine, that.bounds, theirs + LAST) <= 0
        && UInt128.compare(that.bounds, theirs, bounds, mine + LAST) <= 0;
  }
}
