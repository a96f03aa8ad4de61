package dev.netlog.webhook.http;

import java.time.Duration;

/// A moment by which something has to be done.
///
/// @param nanos of the running clock
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// The nearer of the two.
  Deadline orIn(Duration time) {
    Deadline other = in(time);
    return other.nanos - nanos < 0 ? other : this;
  }

  long remainingNanos() {
    return nanos - System.nanoTime();
  }
}
