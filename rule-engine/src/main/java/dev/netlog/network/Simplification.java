package dev.netlog.network;

import java.util.Collection;
import java.util.List;

/// Fewer boxes with the same connections.
final class Simplification {
  private Simplification() {}

  static List<Box> of(Collection<Box> boxes) {
    return boxes.stream().distinct().sorted().toList();
  }
}
