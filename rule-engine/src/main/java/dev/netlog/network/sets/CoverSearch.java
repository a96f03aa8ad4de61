package dev.netlog.network.sets;

import dev.netlog.network.Dimension;
import dev.netlog.network.Extent;
import dev.netlog.network.sets.Search.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The search in one wanted box with the boxes that overlap it. It has a column for each dimension
/// in which one of them does not cover the wanted box.
final class CoverSearch {
  private final Box wanted;
  private final List<Box> others;
  private final SearchBudget work;
  private final Map<Dimension, Integer> columns = new TreeMap<>(Dimension::compare);

  CoverSearch(Box wanted, List<Box> others, SearchBudget work) {
    this.wanted = wanted;
    this.work = work;
    this.others = new ArrayList<>();
    for (Box other : others) {
      work.add(1);
      work.add(wanted.ports(), other.ports());
      work.add(wanted.addresses(), other.addresses());
      if (wanted.meets(other)) {
        this.others.add(other);
      }
    }
  }

  /// Finds a part of the wanted box that no other box covers.
  Answer search() {
    Deque<WantedRegion> pieces = new ArrayDeque<>();
    push(whole(), pieces);
    while (!pieces.isEmpty()) {
      WantedRegion piece = pieces.pop().settled(work);
      if (work.isOver()) {
        return new Answer.GaveUp();
      }
      if (piece == null) {
        continue;
      }
      if (piece.reaches().isEmpty()) {
        return new Answer.Some(box(piece));
      }
      Split cut = Split.best(piece, work);
      WantedRegion one = piece.within(cut.column(), cut.one(), work);
      WantedRegion other = piece.within(cut.column(), cut.other(), work);
      boolean oneIsLonger =
          one != null && other != null && one.reaches().size() > other.reaches().size();
      push(oneIsLonger ? one : other, pieces);
      push(oneIsLonger ? other : one, pieces);
    }
    return new Answer.None();
  }

  private static void push(@Nullable WantedRegion piece, Deque<WantedRegion> pieces) {
    if (piece != null) {
      pieces.push(piece);
    }
  }

  /// The whole wanted box; null if one of the others covers it.
  private @Nullable WantedRegion whole() {
    List<List<Dimension>> limits = new ArrayList<>();
    for (Box other : others) {
      List<Dimension> limited = limited(other);
      if (limited.isEmpty()) {
        return null;
      }
      limits.add(limited);
      limited.forEach(dimension -> columns.put(dimension, 0));
    }
    int next = 0;
    Extent[] sides = new Extent[columns.size()];
    for (Map.Entry<Dimension, Integer> column : columns.entrySet()) {
      sides[next] = wanted.side(column.getKey());
      column.setValue(next++);
    }
    List<Overlap> reaches = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      Box other = others.get(i);
      List<Dimension> limited = limits.get(i);
      reaches.add(
          new Overlap(
              limited.stream().mapToInt(columns::get).toArray(),
              limited.stream().map(other::side).toArray(Extent[]::new)));
    }
    return new WantedRegion(sides, reaches);
  }

  /// The dimensions in which a box does not cover the wanted one, in order.
  private List<Dimension> limited(Box other) {
    List<Dimension> limited = new ArrayList<>();
    for (Dimension.Line line : Dimension.Line.values()) {
      if (!other.side(line).covers(wanted.side(line))) {
        limited.add(line);
      }
    }
    other
        .limits()
        .forEach(
            (dimension, values) -> {
              if (!values.covers(wanted.side(dimension))) {
                limited.add(dimension);
              }
            });
    return limited;
  }

  private Box box(WantedRegion piece) {
    Map<Dimension, Extent> sides = new HashMap<>();
    columns.forEach((dimension, column) -> sides.put(dimension, piece.side(column)));
    return wanted.replace(sides);
  }
}
