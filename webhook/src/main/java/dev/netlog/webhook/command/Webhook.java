package dev.netlog.webhook.command;

import dev.netlog.webhook.http.AdmissionServer;
import dev.netlog.webhook.http.EventLog;
import dev.netlog.webhook.http.EventLog.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A server that listens, with all that belongs to it.
///
/// @param parts what has to be done after its end, in that order
/// @param drainDelay how long to go on serving when the end is asked for
/// @param checkOnly whether it ends once it has shown that it works
public record Webhook(
    AdmissionServer server,
    EventLog log,
    List<Runnable> parts,
    Duration drainDelay,
    boolean checkOnly) {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// Where it listens, as one line.
  public String greeting() {
    return Options.PROGRAM
        + " listens on https://"
        + server.address()
        + ", health and metrics on http://"
        + server.healthAddress();
  }

  /// Makes the server ready; tries again until it is, or the thread is interrupted.
  ///
  /// @return whether the first try was enough
  public boolean warmUp() throws InterruptedException {
    boolean first = true;
    while (true) {
      try {
        server.warmUp();
        return first;
      } catch (IOException e) {
        first = false;
        log.say(Level.ERROR, "warm-up", "no answer to a review of its own: " + e.getMessage());
        if (checkOnly) {
          return false;
        }
        Thread.sleep(AGAIN);
      }
    }
  }

  /// Ends without losing a call.
  public void drain() {
    server.drain(drainDelay);
    parts.forEach(Runnable::run);
  }

  /// Ends at once.
  public void close() {
    server.close();
    parts.forEach(Runnable::run);
  }
}
