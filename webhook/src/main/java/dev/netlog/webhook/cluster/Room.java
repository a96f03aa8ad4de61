package dev.netlog.webhook.cluster;

import dev.netlog.model.Resource;

/// The memory for the objects of all kinds. Safe for use by several threads.
///
/// Objects have much in common, which is kept once, and how much is to be seen only of all of them.
/// So each one is weighed as if it had nothing in common with others, and where there seems to be
/// no room left, the heap is asked how much there is. What an object leaves behind is not counted
/// back, for others may have it too: that also is seen at the next look.
final class Room {
  private static final int STEPS = 16;

  private final Heap heap;
  private final long limit;

  /// Less than this is not worth a look, as one may stop everything for a moment.
  private final long step;

  private long left;

  /// What may be had by a look, in bytes.
  private long hoped;

  /// @param limit how many bytes of the heap may be taken, by whatever is in it. An object that
  ///   takes more than a sixteenth of them alone does not fit.
  Room(Heap heap, long limit) {
    this.heap = heap;
    this.limit = limit;
    this.step = limit / STEPS;
    this.hoped = limit;
  }

  /// Takes the room for one more object; false where there is none, and nothing is taken.
  synchronized boolean take(Resource resource) {
    // The last step is for objects that change.
    return take(Weight.of(resource), step);
  }

  /// Takes the room for what an object has become, as [#take(Resource)]. What it was has left.
  synchronized boolean retake(Resource resource) {
    return take(Weight.of(resource), 0);
  }

  private boolean take(long weight, long spare) {
    if (weight > step) {
      return false;
    }
    if (weight + spare > left && hoped >= step) {
      look();
    }
    if (weight + spare > left) {
      return false;
    }
    left -= weight;
    return true;
  }

  /// Tells that an object has gone.
  synchronized void leave(Resource resource) {
    hoped += Weight.of(resource);
  }

  private void look() {
    left = limit - heap.used();
    if (left < 2 * step) {
      heap.collect();
      left = limit - heap.used();
    }
    // Where there was room, objects will take less of it than they weigh. Where there was none, it
    // is of no use to look again before something has gone.
    hoped = left < 2 * step ? 0 : left;
  }
}
