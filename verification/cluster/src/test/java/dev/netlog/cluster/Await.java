package dev.netlog.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits by asking again and again.
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /// Until something holds.
  ///
  /// @param what for the message if it never does
  static void until(String what, Duration limit, BooleanSupplier condition) {
    Boolean _ = value(what, limit, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
  }

  /// Until there is an answer.
  static <T> T value(String what, Duration limit, Supplier<@Nullable T> question) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      T answer = question.get();
      if (answer != null) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + limit.toSeconds() + " s still not: " + what);
      }
      pause(PAUSE);
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
