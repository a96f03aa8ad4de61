package dev.netlog.webhook.cluster;

import dev.netlog.webhook.tls.TimeSource;
import java.time.Duration;
import java.time.Instant;

/// A clock that stands still until a test moves it.
final class SteppedTime implements TimeSource {
  private volatile long nanos;

  @Override
  public Instant wall() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  void pass(Duration duration) {
    nanos += duration.toNanos();
  }
}
