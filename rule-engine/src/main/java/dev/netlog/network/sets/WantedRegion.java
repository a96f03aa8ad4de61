package dev.netlog.network.sets;

import dev.netlog.network.Extent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A part of a wanted box, with the boxes that overlap it. None of these covers it completely.
///
/// Columns are the dimensions in which at least one box does not cover the region.
final class WantedRegion {
  /// The extent of a box in a column that it does not cover.
  ///
  /// @param reach the index of the box
  /// @param side the extent
  /// @param siblings how many such extents the box has, including this one
  record Limit(int reach, Extent side, int siblings) {}

  private final Extent[] sides;
  private final List<Overlap> reaches;

  WantedRegion(Extent[] sides, List<Overlap> reaches) {
    this.sides = sides;
    this.reaches = reaches;
  }

  /// The boxes that overlap it.
  List<Overlap> reaches() {
    return reaches;
  }

  Extent side(int column) {
    return sides[column];
  }

  /// The part within an extent; null if one of the boxes covers that part.
  @Nullable WantedRegion within(int column, Extent side, SearchBudget work) {
    return within(Map.of(column, side), work);
  }

  /// The part within an extent of each of some columns; null if one of the boxes covers that part.
  private @Nullable WantedRegion within(Map<Integer, Extent> only, SearchBudget work) {
    work.add(reaches.size() + sides.length / SearchBudget.LENGTH);
    List<Overlap> left = new ArrayList<>(reaches.size());
    for (Overlap reach : reaches) {
      Overlap less = reach;
      for (int i = reach.size() - 1; i >= 0 && less != null; i--) {
        Extent side = only.get(reach.column(i));
        less = side == null ? less : narrowed(less, i, side, work);
      }
      if (less != null && less.size() == 0) {
        return null;
      }
      if (less != null) {
        left.add(less);
      }
    }
    Extent[] narrowed = sides.clone();
    only.forEach((column, side) -> narrowed[column] = side);
    return new WantedRegion(narrowed, left);
  }

  /// The overlap of a box with the part within an extent; null if it does not overlap there.
  private static @Nullable Overlap narrowed(
      Overlap reach, int index, Extent side, SearchBudget work) {
    Extent limit = reach.side(index);
    work.add(limit, side);
    if (!limit.meets(side)) {
      return null;
    }
    return limit.covers(side) ? reach.without(index) : reach;
  }

  /// The part without what single extents cover, and without what need not be searched; null if
  /// nothing is left. The original has an uncovered connection exactly if this part has one.
  @Nullable WantedRegion settled(SearchBudget work) {
    WantedRegion piece = this;
    while (!work.isOver()) {
      WantedRegion less = piece.withoutSingles(work);
      if (less == null) {
        return null;
      }
      WantedRegion apart = less.apart(work);
      if (apart.reaches.size() == piece.reaches.size()) {
        return apart;
      }
      piece = apart;
    }
    return piece;
  }

  /// Removes the extents of boxes that are limited in one column only.
  private @Nullable WantedRegion withoutSingles(SearchBudget work) {
    Map<Integer, List<Extent>> singles = new HashMap<>();
    for (Overlap reach : reaches) {
      if (reach.size() == 1) {
        singles.computeIfAbsent(reach.column(0), _ -> new ArrayList<>()).add(reach.side(0));
      }
    }
    if (singles.isEmpty()) {
      return this;
    }
    Map<Integer, Extent> only = new HashMap<>();
    for (Map.Entry<Integer, List<Extent>> entry : singles.entrySet()) {
      Extent left = sides[entry.getKey()].without(work.union(entry.getValue()));
      if (left.isEmpty()) {
        return null;
      }
      only.put(entry.getKey(), left);
    }
    return within(only, work);
  }

  /// If a column has members that no limited extent contains, only these need to be searched: the
  /// boxes limited in that column do not overlap there, and all other boxes are the same
  /// everywhere.
  private WantedRegion apart(SearchBudget work) {
    Extent[] narrowed = sides.clone();
    BitSet gone = new BitSet();
    for (Map.Entry<Integer, List<Limit>> entry : limits().entrySet()) {
      int column = entry.getKey();
      List<Limit> limits = entry.getValue();
      limits.removeIf(limit -> gone.get(limit.reach()));
      if (limits.isEmpty()) {
        continue;
      }
      Extent outer = sides[column].without(work.union(limits.stream().map(Limit::side).toList()));
      if (!outer.isEmpty()) {
        narrowed[column] = outer;
        limits.forEach(limit -> gone.set(limit.reach()));
      }
    }
    if (gone.isEmpty()) {
      return this;
    }
    List<Overlap> left = new ArrayList<>();
    for (int i = gone.nextClearBit(0); i < reaches.size(); i = gone.nextClearBit(i + 1)) {
      left.add(reaches.get(i));
    }
    return new WantedRegion(narrowed, left);
  }

  /// The extents that limit each column.
  SortedMap<Integer, List<Limit>> limits() {
    SortedMap<Integer, List<Limit>> limits = new TreeMap<>();
    for (int i = 0; i < reaches.size(); i++) {
      Overlap reach = reaches.get(i);
      for (int j = 0; j < reach.size(); j++) {
        limits
            .computeIfAbsent(reach.column(j), _ -> new ArrayList<>())
            .add(new Limit(i, reach.side(j), reach.size()));
      }
    }
    return limits;
  }
}
