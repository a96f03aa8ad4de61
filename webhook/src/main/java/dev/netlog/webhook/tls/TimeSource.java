package dev.netlog.webhook.tls;

import java.time.Instant;

/// What time it is, twice: by the calendar, which may be set at any moment, and by a counter that
/// only ever runs.
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

  /// The date and time, as this machine believes.
  Instant wall();

  /// Nanoseconds since some moment; never runs backwards, and nobody sets it.
  long nanos();
}
