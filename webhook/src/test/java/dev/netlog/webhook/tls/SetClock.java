package dev.netlog.webhook.tls;

import java.time.Duration;
import java.time.Instant;

/// A clock that stands still until a test moves it.
final class SetClock implements TimeSource {
  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private volatile Instant wall = START;
  private volatile long nanos;

  @Override
  public Instant wall() {
    return wall;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  /// Time passes.
  void pass(Duration duration) {
    wall = wall.plus(duration);
    nanos += duration.toNanos();
  }

  /// Somebody sets the clock; no time passes.
  void jump(Duration duration) {
    wall = wall.plus(duration);
  }
}
