package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells of trouble, and of trouble that lasts once a minute.
///
/// Used by one thread at a time.
final class Troubles {
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  /// Enough for the start of a server, which alone asks for them.
  private static final int RECENT = 16;

  private final TlsEvents events;
  private final TimeSource time;
  private final Map<TlsFailure, Told> told = new HashMap<>();
  private final List<Trouble> recent = new ArrayList<>();
  private boolean failed;

  /// @param message one line for a person
  record Trouble(TlsFailure failure, String message) {}

  private record Told(String message, long nanos) {}

  Troubles(TlsEvents events, TimeSource time) {
    this.events = events;
    this.time = time;
  }

  void report(TlsFailure failure, String message) {
    // A clock that is off keeps nothing from being done.
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

  /// Whether something failed since this was last asked, told or not.
  boolean takeFailed() {
    boolean taken = failed;
    failed = false;
    return taken;
  }

  /// Who is told.
  TlsEvents events() {
    return events;
  }

  /// Those since it was last asked for.
  List<Trouble> takeRecent() {
    List<Trouble> taken = List.copyOf(recent);
    recent.clear();
    return taken;
  }
}
