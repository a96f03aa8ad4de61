package dev.netlog.webhook.cluster;

import dev.netlog.webhook.tls.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test moves it.
final class SteppedTime implements TimeSource {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public Instant wall() {
    return Instant.EPOCH.plusNanos(nanos.get());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}
