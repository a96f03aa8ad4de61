package dev.netlog.network;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;

/// The order of boxes; it agrees with equality.
enum BoxOrder implements Comparator<Box> {
  INSTANCE;

  @Override
  public int compare(Box one, Box other) {
    int order = Boolean.compare(one.isPods(), other.isPods());
    if (order == 0) {
      order = Integer.compare(one.limits().size(), other.limits().size());
    }
    if (order == 0) {
      order = byLimits(one, other);
    }
    if (order == 0) {
      order = one.ports().compareTo(other.ports());
    }
    return order != 0 ? order : one.addresses().compareTo(other.addresses());
  }

  /// Compares as many limits in one box as in the other.
  private static int byLimits(Box one, Box other) {
    Iterator<Map.Entry<Dimension, LabelValues>> theirs = other.limits().entrySet().iterator();
    for (Map.Entry<Dimension, LabelValues> mine : one.limits().entrySet()) {
      Map.Entry<Dimension, LabelValues> their = theirs.next();
      int order = Dimension.compare(mine.getKey(), their.getKey());
      order = order != 0 ? order : mine.getValue().compareTo(their.getValue());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
