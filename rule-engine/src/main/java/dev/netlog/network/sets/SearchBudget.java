package dev.netlog.network.sets;

import dev.netlog.network.Extent;
import java.util.List;

/// Counts the comparisons of a search. A comparison of large extents counts as several.
final class SearchBudget {
  /// How many ranges or values take about as long as one comparison.
  static final int LENGTH = 16;

  private final long most;
  private long done;

  SearchBudget(long most) {
    this.most = most;
  }

  void add(long comparisons) {
    done += comparisons;
  }

  /// Counts by the shorter extent: it is traversed, while the longer one is searched.
  void add(Extent one, Extent other) {
    done += Math.min(one.size(), other.size()) / LENGTH;
  }

  /// The union of some extents.
  Extent union(List<Extent> sides) {
    for (Extent side : sides) {
      done += 1 + side.size() / LENGTH;
    }
    return Extent.inPairs(sides, Extent::joined);
  }

  long done() {
    return done;
  }

  /// Whether the budget is exceeded.
  boolean isOver() {
    return done > most;
  }
}
