package dev.netlog.webhook.cluster;

import java.util.IdentityHashMap;

/// A heap that holds what it was told to, and garbage until somebody takes it away. What is in it
/// twice takes memory once.
final class CountedHeap implements Heap {
  private final IdentityHashMap<Object, Integer> times = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Long> bytes = new IdentityHashMap<>();
  private long live;
  private long garbage;
  private int collections;

  void add(Object thing, long size) {
    if (times.merge(thing, 1, Integer::sum) == 1) {
      bytes.put(thing, size);
      live += size;
    }
  }

  void remove(Object thing) {
    if (times.merge(thing, -1, Integer::sum) == 0) {
      times.remove(thing);
      Long size = bytes.remove(thing);
      if (size != null) {
        live -= size;
        garbage += size;
      }
    }
  }

  void waste(long size) {
    garbage += size;
  }

  /// What is not garbage.
  long live() {
    return live;
  }

  int collections() {
    return collections;
  }

  @Override
  public long used() {
    return live + garbage;
  }

  @Override
  public void collect() {
    collections++;
    garbage = 0;
  }
}
