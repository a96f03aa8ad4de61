package dev.netlog.webhook.command;

import dev.netlog.webhook.http.AdmissionServer;
import dev.netlog.webhook.http.EventLog;
import dev.netlog.webhook.http.EventLog.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A running server with everything that belongs to it.
///
/// @param parts what to close after it, in this order
/// @param drainDelay how long to keep serving after a request to stop
/// @param checkOnly whether to stop after a successful warm-up
public record Webhook(
    AdmissionServer server,
    EventLog log,
    List<Runnable> parts,
    Duration drainDelay,
    boolean checkOnly) {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// One line with its addresses.
  public String greeting() {
    return Options.PROGRAM
        + " listens on https://"
        + server.address()
        + ", health and metrics on http://"
        + server.healthAddress();
  }

  /// Warms up the server; retries until it is ready or the thread is interrupted.
  ///
  /// @return whether the first attempt succeeded
  public boolean warmUp() throws InterruptedException {
    boolean first = true;
    while (true) {
      try {
        server.warmUp();
        return first;
      } catch (IOException e) {
        first = false;
        log.say(
            Level.ERROR, "warm-up", "the server did not answer its own review: " + e.getMessage());
        if (checkOnly) {
          return false;
        }
        Thread.sleep(AGAIN);
      }
    }
  }

  /// Stops without losing a request.
  public void drain() {
    server.drain(drainDelay);
    parts.forEach(Runnable::run);
  }

  /// Stops at once.
  public void close() {
    server.close();
    parts.forEach(Runnable::run);
  }
}
