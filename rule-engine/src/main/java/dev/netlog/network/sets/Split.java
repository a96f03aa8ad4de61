package dev.netlog.network.sets;

import dev.netlog.network.Extent;
import dev.netlog.network.LabelValues;
import dev.netlog.network.Ranges;
import dev.netlog.network.UInt128;
import dev.netlog.network.sets.WantedRegion.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A way to split a [WantedRegion] in two.
///
/// @param column the column in which it is split
/// @param one the extent of the first part, not empty
/// @param other the extent of the second part, not empty
/// @param gain how much simpler both parts are
record Split(int column, Extent one, Extent other, long gain) {
  /// The maximum number of range ends that each box proposes as split points.
  private static final int PROPOSALS = 8;

  /// The split with the simplest parts. There is one as long as a box is left.
  static Split best(WantedRegion piece, SearchBudget work) {
    Split best = null;
    for (Map.Entry<Integer, List<Limit>> entry : piece.limits().entrySet()) {
      int column = entry.getKey();
      Extent whole = piece.side(column);
      for (Extent one : proposals(whole, entry.getValue())) {
        Extent other = whole.without(one);
        long gain = gain(one, other, entry.getValue(), work);
        if (best == null || gain > best.gain) {
          best = new Split(column, one, other, gain);
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("nothing reaches into the piece");
    }
    return best;
  }

  private static List<Extent> proposals(Extent whole, List<Limit> limits) {
    return switch (whole) {
      case Ranges ranges -> List.of(middle(ranges, limits));
      case LabelValues values -> ofValues(values, limits);
    };
  }

  /// Splits at the median of the range ends.
  private static Ranges middle(Ranges whole, List<Limit> limits) {
    UInt128 first = whole.first(0);
    UInt128 last = whole.last(whole.size() - 1);
    Ranges span = Ranges.of(first.high(), first.low(), last.high(), last.low());
    List<UInt128> starts = new ArrayList<>();
    for (Limit limit : limits) {
      Ranges ranges = ((Ranges) limit.side()).intersect(span);
      int step = Math.max(1, ranges.size() / PROPOSALS);
      for (int i = 0; i < ranges.size(); i += step) {
        if (ranges.first(i).compareTo(first) > 0) {
          starts.add(ranges.first(i));
        }
        if (ranges.last(i).compareTo(last) < 0) {
          starts.add(ranges.last(i).next());
        }
      }
    }
    starts.sort(null);
    UInt128 end = starts.get(starts.size() / 2).previous();
    return whole.intersect(Ranges.of(0, 0, end.high(), end.low()));
  }

  /// One value against the rest, and half of the values against the rest.
  private static List<Extent> ofValues(LabelValues whole, List<Limit> limits) {
    SortedMap<String, Integer> named = new TreeMap<>();
    boolean absence = false;
    for (Limit limit : limits) {
      LabelValues values = (LabelValues) limit.side();
      absence |= values.isFinite() == values.containsValue(null);
      for (String value : values.named()) {
        if (whole.containsValue(value)) {
          named.merge(value, 1, Integer::sum);
        }
      }
    }
    return ofValues(named, absence && whole.containsValue(null));
  }

  private static List<Extent> ofValues(SortedMap<String, Integer> named, boolean absence) {
    List<Extent> proposals = new ArrayList<>();
    if (absence) {
      proposals.add(LabelValues.absent());
    }
    if (!named.isEmpty()) {
      int most = Collections.max(named.values());
      Predicate<String> isMost = value -> named.getOrDefault(value, 0) == most;
      proposals.add(
          LabelValues.in(Set.of(named.keySet().stream().filter(isMost).findFirst().orElseThrow())));
    }
    if (named.size() > 2) {
      Set<String> half =
          named.keySet().stream().limit(named.size() / 2).collect(Collectors.toSet());
      proposals.add(LabelValues.in(half));
    }
    return proposals;
  }

  private static long gain(Extent one, Extent other, List<Limit> limits, SearchBudget work) {
    long first = 0;
    long second = 0;
    for (Limit limit : limits) {
      work.add(1);
      work.add(limit.side(), one);
      long weight = 1L << Math.max(0, 10 - 2 * limit.siblings());
      first += limit.side().covers(one) || !limit.side().meets(one) ? weight : 0;
      second += limit.side().covers(other) || !limit.side().meets(other) ? weight : 0;
    }
    return first * second + first + second;
  }
}
