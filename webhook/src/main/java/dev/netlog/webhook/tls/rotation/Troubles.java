package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reports problems, and a lasting problem once a minute.
///
/// Used by one thread at a time.
final class Troubles {
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  /// How many recent problems are kept, for the start of the server.
  private static final int RECENT = 16;

  private final TlsEvents events;
  private final TimeSource time;
  private final Map<TlsFailure, Told> told = new HashMap<>();
  private final List<Trouble> recent = new ArrayList<>();
  private boolean failed;

  /// @param message one line
  record Trouble(TlsFailure failure, String message) {}

  private record Told(String message, long nanos) {}

  Troubles(TlsEvents events, TimeSource time) {
    this.events = events;
    this.time = time;
  }

  void report(TlsFailure failure, String message) {
    // A wrong clock prevents nothing.
    failed = failed || failure != TlsFailure.CLOCK;
    Trouble trouble = new Trouble(failure, message);
    if (recent.size() < RECENT && !recent.contains(trouble)) {
      recent.add(trouble);
    }
    Told before = told.get(failure);
    long now = time.nanos();
    if (before == null || !before.message().equals(message) || now - before.nanos() >= QUIET) {
      told.put(failure, new Told(message, now));
      events.failed(failure.label(), message);
    }
  }

  /// Whether anything failed since the last call, reported or not.
  boolean takeFailed() {
    boolean taken = failed;
    failed = false;
    return taken;
  }

  /// The receiver of the reports.
  TlsEvents events() {
    return events;
  }

  /// The problems since the last call.
  List<Trouble> takeRecent() {
    List<Trouble> taken = List.copyOf(recent);
    recent.clear();
    return taken;
  }
}
