package dev.netlog.network;

import dev.netlog.network.sets.Box;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;

/// The members that a [Box] has in one dimension. All extents of a dimension have the same type.
public sealed interface Extent permits Ranges, LabelValues {

  boolean isEmpty();

  /// Its size: the number of its ranges or of the values it names.
  int size();

  default boolean covers(Extent that) {
    return switch (this) {
      case Ranges ranges -> ranges.contains((Ranges) that);
      case LabelValues values -> values.contains((LabelValues) that);
    };
  }

  default boolean meets(Extent that) {
    return switch (this) {
      case Ranges ranges -> ranges.intersects((Ranges) that);
      case LabelValues values -> values.intersects((LabelValues) that);
    };
  }

  default Extent shared(Extent that) {
    return switch (this) {
      case Ranges ranges -> ranges.intersect((Ranges) that);
      case LabelValues values -> values.intersect((LabelValues) that);
    };
  }

  default Extent without(Extent that) {
    return switch (this) {
      case Ranges ranges -> ranges.minus((Ranges) that);
      case LabelValues values -> values.minus((LabelValues) that);
    };
  }

  default Extent joined(Extent that) {
    return switch (this) {
      case Ranges ranges -> ranges.union((Ranges) that);
      case LabelValues values -> values.union((LabelValues) that);
    };
  }

  /// Joins many large sets in pairs, then pairs of pairs, so that large results are processed only
  /// a few times.
  static <T> T inPairs(Collection<? extends T> all, BinaryOperator<T> join) {
    List<T> left = new ArrayList<>(all);
    while (left.size() > 1) {
      List<T> joined = new ArrayList<>((left.size() + 1) / 2);
      for (int i = 0; i + 1 < left.size(); i += 2) {
        joined.add(join.apply(left.get(i), left.get(i + 1)));
      }
      if (left.size() % 2 == 1) {
        joined.add(left.getLast());
      }
      left = joined;
    }
    return left.getFirst();
  }
}
