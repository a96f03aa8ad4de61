package dev.netlog.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A set of unsigned integers of 128 bits, as sorted ranges that neither overlap nor touch.
///
/// Immutable, compares by content. The cost of an operation grows with the number of ranges, never
/// with the number of members; where one set has few ranges and the other many, it grows with the
/// few.
public final class Ranges implements Side, Comparable<Ranges> {
  private static final Ranges EMPTY = new Ranges(new long[0]);
  private static final int RANGE = 4;
  private static final int LAST = 2;

  /// Four numbers a range: the high and the low half of its first member, then of its last.
  private final long[] bounds;

  Ranges(long[] bounds) {
    this.bounds = bounds;
  }

  /// The set without members.
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
  static Ranges of(long fromHigh, long fromLow, long toHigh, long toLow) {
    return new Ranges(new long[] {fromHigh, fromLow, toHigh, toLow});
  }

  /// What is in any of these sets.
  public static Ranges unionOf(Collection<Ranges> all) {
    List<Ranges> left = new ArrayList<>(all);
    while (left.size() > 1) {
      List<Ranges> joined = new ArrayList<>((left.size() + 1) / 2);
      for (int i = 0; i + 1 < left.size(); i += 2) {
        joined.add(left.get(i).union(left.get(i + 1)));
      }
      if (left.size() % 2 == 1) {
        joined.add(left.getLast());
      }
      left = joined;
    }
    return left.isEmpty() ? EMPTY : left.getFirst();
  }

  /// What is in this set or in the other.
  public Ranges union(Ranges that) {
    if (isEmpty()) {
      return that;
    }
    if (that.isEmpty()) {
      return this;
    }
    RangesBuilder result = new RangesBuilder();
    int mine = 0;
    int theirs = 0;
    while (mine < bounds.length && theirs < that.bounds.length) {
      if (compare(bounds, mine, that.bounds, theirs) <= 0) {
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

  /// What is in both sets.
  public Ranges intersect(Ranges that) {
    RangesBuilder result = new RangesBuilder();
    int mine = 0;
    int theirs = that.seek(0, this, 0);
    while (theirs < that.bounds.length) {
      mine = seek(mine, that, theirs);
      if (mine == bounds.length) {
        break;
      }
      boolean startsLater = compare(bounds, mine, that.bounds, theirs) >= 0;
      boolean endsSooner = compare(bounds, mine + LAST, that.bounds, theirs + LAST) <= 0;
      if (overlaps(mine, that, theirs)) {
        result.add(
            startsLater ? bounds : that.bounds,
            startsLater ? mine : theirs,
            endsSooner ? bounds : that.bounds,
            (endsSooner ? mine : theirs) + LAST);
      }
      mine += endsSooner ? RANGE : 0;
      theirs = mine < bounds.length ? that.seek(theirs, this, mine) : that.bounds.length;
    }
    return result.build();
  }

  /// What is in this set and not in the other.
  public Ranges minus(Ranges that) {
    RangesBuilder result = new RangesBuilder();
    int theirs = 0;
    for (int mine = 0; mine < bounds.length; mine += RANGE) {
      long high = bounds[mine];
      long low = bounds[mine + 1];
      boolean left = true;
      theirs = that.seek(theirs, this, mine);
      while (left && theirs < that.bounds.length && overlaps(mine, that, theirs)) {
        long[] other = that.bounds;
        if (compare(high, low, other[theirs], other[theirs + 1]) < 0) {
          long borrow = other[theirs + 1] == 0 ? 1 : 0;
          result.add(high, low, other[theirs] - borrow, other[theirs + 1] - 1);
        }
        left = compare(other, theirs + LAST, bounds, mine + LAST) < 0;
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

  /// Whether there is no member.
  @Override
  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /// Whether every member of the other set is a member of this one.
  public boolean contains(Ranges that) {
    int mine = 0;
    for (int theirs = 0; theirs < that.bounds.length; theirs += RANGE) {
      mine = seek(mine, that, theirs);
      if (mine == bounds.length
          || compare(bounds, mine, that.bounds, theirs) > 0
          || compare(bounds, mine + LAST, that.bounds, theirs + LAST) < 0) {
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
      theirs = that.seek(theirs, this, mine);
      if (theirs == that.bounds.length) {
        return false;
      }
      if (overlaps(mine, that, theirs)) {
        return true;
      }
      mine = seek(mine, that, theirs);
    }
    return false;
  }

  /// Whether a number is a member, given as its high and its low half.
  boolean has(long high, long low) {
    return contains(of(high, low, high, low));
  }

  /// How many ranges there are.
  int size() {
    return bounds.length / RANGE;
  }

  /// The high and the low half of the first member of a range, then of its last.
  long bound(int range, int which) {
    return bounds[range * RANGE + which];
  }

  /// By the first bound that differs; a set that the other continues comes first.
  @Override
  public int compareTo(Ranges that) {
    int at = Arrays.mismatch(bounds, that.bounds);
    if (at < 0) {
      return 0;
    }
    return at == bounds.length || at == that.bounds.length
        ? Integer.compare(bounds.length, that.bounds.length)
        : Long.compareUnsigned(bounds[at], that.bounds[at]);
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
    for (int at = 0; at < bounds.length; at += RANGE) {
      String from = hexadecimal(at);
      String to = hexadecimal(at + LAST);
      text.add(from.equals(to) ? from : from + "-" + to);
    }
    return text.toString();
  }

  /// Compares two numbers, each given as its high and its low half.
  static int compare(long high, long low, long otherHigh, long otherLow) {
    return high == otherHigh
        ? Long.compareUnsigned(low, otherLow)
        : Long.compareUnsigned(high, otherHigh);
  }

  private static int compare(long[] one, int at, long[] other, int otherAt) {
    return compare(one[at], one[at + 1], other[otherAt], other[otherAt + 1]);
  }

  /// The first range, from this one on, that does not end before a range of the other set starts.
  /// Doubles its steps, so that what is near is found at once.
  private int seek(int start, Ranges that, int theirs) {
    if (that.isEmpty()) {
      return bounds.length;
    }
    int step = RANGE;
    int low = start;
    while (low < bounds.length && compare(bounds, low + LAST, that.bounds, theirs) < 0) {
      start = low + RANGE;
      low += step;
      step *= 2;
    }
    int high = Math.min(low, bounds.length);
    while (start < high) {
      int middle = start + (high - start) / RANGE / 2 * RANGE;
      if (compare(bounds, middle + LAST, that.bounds, theirs) < 0) {
        start = middle + RANGE;
      } else {
        high = middle;
      }
    }
    return start;
  }

  private boolean overlaps(int mine, Ranges that, int theirs) {
    return compare(bounds, mine, that.bounds, theirs + LAST) <= 0
        && compare(that.bounds, theirs, bounds, mine + LAST) <= 0;
  }

  private String hexadecimal(int at) {
    return bounds[at] == 0
        ? Long.toHexString(bounds[at + 1])
        : Long.toHexString(bounds[at]) + String.format(Locale.ROOT, "%016x", bounds[at + 1]);
  }
}
