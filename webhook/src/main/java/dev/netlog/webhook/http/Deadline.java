package dev.netlog.webhook.http;

import java.time.Duration;

/// The time by which a task has to be done.
///
/// @param nanos in the time of `System.nanoTime()`
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// The earlier of this deadline and now plus a duration.
  Deadline orIn(Duration time) {
    Deadline other = in(time);
    return other.nanos - nanos < 0 ? other : this;
  }

  long remainingNanos() {
    return nanos - System.nanoTime();
  }
}
