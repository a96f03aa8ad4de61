package dev.netlog.webhook.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class SetClock implements TimeSource {
  public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final AtomicReference<Instant> wall = new AtomicReference<>(START);
  private final AtomicLong nanos = new AtomicLong();

  @Override
  public Instant wall() {
    return wall.get();
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  /// Time passes.
  public void pass(Duration duration) {
    wall.updateAndGet(now -> now.plus(duration));
    nanos.addAndGet(duration.toNanos());
  }

  /// Somebody sets the clock; no time passes.
  public void jump(Duration duration) {
    wall.updateAndGet(now -> now.plus(duration));
  }
}
