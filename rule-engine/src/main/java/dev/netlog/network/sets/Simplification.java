package dev.netlog.network.sets;

import dev.netlog.network.Dimension;
import dev.netlog.network.Extent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reduces boxes to fewer ones with the same connections, in a canonical order.
///
/// Boxes that are equal in all but one dimension are merged. Most boxes contained in another one
/// are dropped: each is compared only with the largest few, so that the cost stays linear.
/// Redundant boxes that remain are correct, only unnecessary.
final class Simplification {
  /// With how many of the largest boxes each box is compared.
  private static final int WIDEST = 64;

  /// The maximum number of rounds over all dimensions; two are nearly always enough.
  private static final int ROUNDS = 8;

  private final Set<Box> boxes;

  private Simplification(Collection<Box> boxes) {
    this.boxes = new LinkedHashSet<>(boxes);
  }

  static List<Box> of(Collection<Box> boxes) {
    if (boxes.size() < 2) {
      return List.copyOf(boxes);
    }
    Simplification simplification = new Simplification(boxes);
    int before = Integer.MAX_VALUE;
    for (int i = 0; i < ROUNDS && simplification.boxes.size() < before; i++) {
      before = simplification.boxes.size();
      simplification.round();
    }
    return withoutContained(simplification.boxes.stream().sorted().toList());
  }

  private void round() {
    for (Dimension.Line line : Dimension.Line.values()) {
      merge(line, List.copyOf(boxes));
    }
    SortedMap<Dimension, Set<Box>> limited = new TreeMap<>(Dimension::compare);
    for (Box box : boxes) {
      note(box, limited);
    }
    for (Dimension dimension : List.copyOf(limited.keySet())) {
      List<Box> here = new ArrayList<>(limited.getOrDefault(dimension, Set.of()));
      here.removeIf(box -> !boxes.contains(box));
      merge(dimension, here).forEach(box -> note(box, limited));
    }
  }

  private static void note(Box box, Map<Dimension, Set<Box>> limited) {
    for (int i = 0; i < box.limits().size(); i++) {
      limited.computeIfAbsent(box.limits().dimension(i), _ -> new LinkedHashSet<>()).add(box);
    }
  }

  /// Merges boxes that differ only in this dimension; returns the new ones.
  private List<Box> merge(Dimension dimension, List<Box> candidates) {
    if (candidates.size() < 2) {
      return List.of();
    }
    Map<Box, List<Box>> groups = new LinkedHashMap<>();
    for (Box box : candidates) {
      groups.computeIfAbsent(box.unlimited(dimension), _ -> new ArrayList<>()).add(box);
    }
    List<Box> merged = new ArrayList<>();
    groups.forEach(
        (unlimited, group) -> {
          boolean alone = group.size() == 1;
          if (alone && (group.contains(unlimited) || !boxes.contains(unlimited))) {
            return;
          }
          group.forEach(boxes::remove);
          if (!boxes.contains(unlimited)) {
            List<Extent> sides = group.stream().map(box -> box.side(dimension)).toList();
            merged.add(unlimited.replace(dimension, Extent.inPairs(sides, Extent::joined)));
          }
        });
    boxes.addAll(merged);
    return merged;
  }

  private static List<Box> withoutContained(List<Box> sorted) {
    List<Box> left = new ArrayList<>();
    for (Box box : sorted) {
      boolean contained = false;
      for (int i = 0; i < left.size() && i < WIDEST && !contained; i++) {
        contained = left.get(i).contains(box);
      }
      if (!contained) {
        left.add(box);
      }
    }
    return List.copyOf(left);
  }
}
