package dev.netlog.webhook.tls;

import java.time.Instant;

/// Two clocks: the calendar time, which may be changed at any moment, and a monotonic clock.
public interface TimeSource {
  /// The clocks of this machine.
  TimeSource SYSTEM =
      new TimeSource() {
        @Override
        public Instant wall() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };

  /// The date and time of this machine.
  Instant wall();

  /// Monotonic time in nanoseconds since an arbitrary moment.
  long nanos();
}
