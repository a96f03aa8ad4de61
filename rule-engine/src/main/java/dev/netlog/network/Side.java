package dev.netlog.network;

/// The members that a [Box] has in one dimension. Two sides of one dimension are of one type.
sealed interface Side permits Ranges, LabelValues {

  boolean isEmpty();

  default boolean covers(Side that) {
    return switch (this) {
      case Ranges ranges -> ranges.contains((Ranges) that);
      case LabelValues values -> values.contains((LabelValues) that);
    };
  }

  default boolean meets(Side that) {
    return switch (this) {
      case Ranges ranges -> ranges.intersects((Ranges) that);
      case LabelValues values -> values.intersects((LabelValues) that);
    };
  }

  default Side shared(Side that) {
    return switch (this) {
      case Ranges ranges -> ranges.intersect((Ranges) that);
      case LabelValues values -> values.intersect((LabelValues) that);
    };
  }

  default Side without(Side that) {
    return switch (this) {
      case Ranges ranges -> ranges.minus((Ranges) that);
      case LabelValues values -> values.minus((LabelValues) that);
    };
  }
}
