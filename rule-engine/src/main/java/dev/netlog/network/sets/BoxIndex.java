package dev.netlog.network.sets;

import dev.netlog.network.Dimension;
import dev.netlog.network.Extent;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the boxes of a list that may overlap another box, without comparing with each.
///
/// Most boxes of real policies require a single value of some label. A box is indexed by the values
/// of such a label; if it has several, by the one that fewest other boxes share. Immutable.
public final class BoxIndex {
  /// The number of boxes from which the index is faster than comparing with each.
  static final int WORTHWHILE = 32;

  /// A box that names more values of a label is not indexed by that label.
  private static final int MOST_VALUES = 16;

  private final List<Box> boxes;
  private final BitSet outside = new BitSet();
  private final BitSet anywhere = new BitSet();
  private final Map<Label, Map<String, BitSet>> byValue = new HashMap<>();
  private final Map<Label, BitSet> byLabel = new HashMap<>();

  private record Value(Label label, String value) {}

  /// An index of some boxes.
  ///
  /// @param boxes in the order in which results are returned
  public BoxIndex(List<Box> boxes) {
    this.boxes = boxes;
    Map<Value, Integer> counts = new HashMap<>();
    for (Box box : boxes) {
      box.limits()
          .forEach(
              (dimension, values) ->
                  each(dimension, values, v -> counts.merge(v, 1, Integer::sum)));
    }
    for (int i = 0; i < boxes.size(); i++) {
      add(i, counts);
    }
  }

  private void add(int number, Map<Value, Integer> counts) {
    Box box = boxes.get(number);
    if (!box.isPods()) {
      outside.set(number);
      return;
    }
    Label best = best(box, counts);
    if (best == null) {
      anywhere.set(number);
      return;
    }
    byLabel.computeIfAbsent(best, _ -> new BitSet()).set(number);
    Map<String, BitSet> values = byValue.computeIfAbsent(best, _ -> new HashMap<>());
    for (String value : box.label(best).named()) {
      values.computeIfAbsent(value, _ -> new BitSet()).set(number);
    }
  }

  /// The label whose values the fewest boxes share.
  private static @Nullable Label best(Box box, Map<Value, Integer> counts) {
    Label best = null;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < box.limits().size(); i++) {
      long[] sum = {0};
      if (each(
              box.limits().dimension(i),
              box.side(box.limits().dimension(i)),
              value -> sum[0] += counts.getOrDefault(value, 0))
          && sum[0] < fewest) {
        best = (Label) box.limits().dimension(i);
        fewest = sum[0];
      }
    }
    return best;
  }

  private interface Action {
    void on(Value value);
  }

  /// Whether a box can be indexed by this extent; passes on each value if so.
  private static boolean each(Dimension dimension, Extent side, Action action) {
    if (!(dimension instanceof Label label && side instanceof LabelValues values)) {
      return false;
    }
    Set<String> finite = values.size() > MOST_VALUES ? null : values.finiteValues();
    if (finite == null) {
      return false;
    }
    finite.forEach(value -> action.on(new Value(label, value)));
    return true;
  }

  /// All boxes that overlap this one, and perhaps some more, in the order of the list.
  public List<Box> near(Box wanted) {
    if (!wanted.isPods()) {
      return listed(outside);
    }
    BitSet found = (BitSet) anywhere.clone();
    byLabel.forEach(
        (label, all) -> {
          Set<String> asked = wanted.label(label).finiteValues();
          if (asked == null || asked.size() > MOST_VALUES) {
            found.or(all);
          } else {
            Map<String, BitSet> values = byValue.getOrDefault(label, Map.of());
            asked.forEach(value -> found.or(values.getOrDefault(value, new BitSet())));
          }
        });
    return listed(found);
  }

  private List<Box> listed(BitSet numbers) {
    if (numbers.cardinality() == boxes.size()) {
      return boxes;
    }
    List<Box> listed = new ArrayList<>();
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      listed.add(boxes.get(i));
    }
    return listed;
  }
}
