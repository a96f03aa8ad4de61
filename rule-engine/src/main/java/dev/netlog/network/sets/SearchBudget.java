package dev.netlog.network.sets;

import dev.netlog.network.Extent;
import java.util.List;

/// Counts the comparisons that a search needs. A comparison of long sides counts as several.
final class SearchBudget {
  /// How many ranges or values are walked in about the time of one comparison.
  static final int LENGTH = 16;

  private final long most;
  private long done;

  SearchBudget(long most) {
    this.most = most;
  }

  void add(long comparisons) {
    done += comparisons;
  }

  /// The shorter of two sides is walked, the longer one leapt through.
  void add(Extent one, Extent other) {
    done += Math.min(one.size(), other.size()) / LENGTH;
  }

  /// What is in any of these sides.
  Extent union(List<Extent> sides) {
    for (Extent side : sides) {
      done += 1 + side.size() / LENGTH;
    }
    return Extent.inPairs(sides, Extent::joined);
  }

  long done() {
    return done;
  }

  /// Whether more is done than may be.
  boolean isOver() {
    return done > most;
  }
}
