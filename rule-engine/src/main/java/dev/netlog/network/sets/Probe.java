package dev.netlog.network.sets;

import dev.netlog.network.Dimension;
import dev.netlog.network.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Quickly searches the likely gaps of many sets: ports, addresses and label values that none of
/// them names.
final class Probe {
  private Probe() {}

  /// A part of some boxes that no set overlaps; null if this quick search finds none.
  static @Nullable Box free(List<Box> wanted, List<ConnectionSet> others, SearchBudget work) {
    for (Box box : wanted) {
      List<Box> near = new ArrayList<>();
      for (ConnectionSet other : others) {
        near.addAll(other.near(box));
      }
      work.add(near.size());
      Box free = unnamed(box, near, work);
      if (near.stream().noneMatch(free::meets)) {
        return free;
      }
    }
    return null;
  }

  /// The part of a box that differs from each of the others wherever possible.
  private static Box unnamed(Box box, List<Box> others, SearchBudget work) {
    Map<Dimension, List<Extent>> named = new TreeMap<>(Dimension::compare);
    for (Box other : others) {
      if (other.isPods() == box.isPods()) {
        for (Dimension.Line line : Dimension.Line.values()) {
          add(line, box, other.side(line), named);
        }
        other.limits().forEach((dimension, values) -> add(dimension, box, values, named));
      }
    }
    Box narrowed = box;
    for (Map.Entry<Dimension, List<Extent>> each : named.entrySet()) {
      Extent left = box.side(each.getKey()).without(work.union(each.getValue()));
      if (!left.isEmpty()) {
        narrowed = narrowed.replace(each.getKey(), left);
      }
    }
    return narrowed;
  }

  private static void add(
      Dimension dimension, Box box, Extent side, Map<Dimension, List<Extent>> named) {
    if (!side.covers(box.side(dimension))) {
      named.computeIfAbsent(dimension, _ -> new ArrayList<>()).add(side);
    }
  }
}
