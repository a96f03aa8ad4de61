package dev.netlog.webhook.http;

import dev.netlog.io.json.JsonWriter;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.admission.Outcome;
import dev.netlog.webhook.admission.Review;
import dev.netlog.webhook.http.EventLog.Level;
import java.io.IOException;
import java.util.List;

/// Writes events to the log and the metrics, except for the reviews of the warm-up.
final class Reporter {
  /// How many stack frames are logged; more are seldom needed to find a bug.
  private static final int FRAMES = 12;

  /// The longest name in Kubernetes, in characters.
  private static final int LONGEST = 253;

  private final EventLog log;
  private final Metrics metrics;

  /// Counts the reviews of the warm-up, so that the code is warm for the first real review.
  private final Metrics rehearsal = new Metrics();

  private final Mode mode;
  private final String warmUp;

  /// @param warmUp the uid prefix of the warm-up reviews, which are not reported
  Reporter(EventLog log, Metrics metrics, Mode mode, String warmUp) {
    this.log = log;
    this.metrics = metrics;
    this.mode = mode;
    this.warmUp = warmUp;
  }

  void reviewed(String path, Outcome outcome, long nanos) {
    Level level = level(outcome);
    EventLog.Members members = json -> review(json, path, outcome, nanos);
    if (outcome.review().uid().startsWith(warmUp)) {
      rehearsal.reviewed(path, outcome, nanos);
      log.rehearse(level, "review", members);
      return;
    }
    metrics.reviewed(path, outcome, nanos);
    log.write(level, "review", members);
    outcome.failures().forEach(bug -> bug(path, bug));
  }

  private static Level level(Outcome outcome) {
    return switch (outcome.decision()) {
      case FAILED -> Level.ERROR;
      case MALFORMED -> Level.WARNING;
      case ALLOWED, WARNED, DENIED, OBSERVED, PATCHED, SKIPPED ->
          outcome.failures().isEmpty() ? Level.INFO : Level.ERROR;
    };
  }

  private void review(JsonWriter json, String path, Outcome outcome, long nanos)
      throws IOException {
    Review review = outcome.review();
    json.member("path", path)
        .member("uid", cut(review.uid()))
        .member("operation", cut(review.operation()))
        .member("kind", cut(review.requestKind().kind()))
        .member("subResource", cut(review.subResource()))
        .member("namespace", review.namespace() == null ? null : cut(review.namespace()))
        .member("name", cut(outcome.name()))
        .name("dryRun")
        .truth(review.dryRun())
        .member("mode", mode.word())
        .member("decision", outcome.decision().word())
        .name("rules")
        .beginArray();
    for (String rule : outcome.rules()) {
      json.text(rule);
    }
    json.endArray();
    if (outcome.problem() != null) {
      json.member("problem", cut(outcome.problem()));
    }
    json.member("micros", nanos / 1000);
  }

  /// Cuts names to the longest that Kubernetes allows, so that a log line cannot grow as large as a
  /// body.
  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  void refused(String path, int status, String message) {
    metrics.refused(status);
    log.write(
        Level.WARNING,
        "refused",
        json -> json.member("path", path).member("status", status).member("message", message));
  }

  /// The log has the stack trace; the client does not get it.
  void bug(String path, RuntimeException bug) {
    List<StackTraceElement> frames = List.of(bug.getStackTrace());
    log.write(
        Level.ERROR,
        "internal-error",
        json -> {
          json.member("path", path).member("type", bug.getClass().getName());
          json.name("at").beginArray();
          for (StackTraceElement frame : frames.subList(0, Math.min(FRAMES, frames.size()))) {
            json.text(frame.toString());
          }
          json.endArray();
        });
  }
}
