package dev.netlog.webhook.http;

import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.BadReviewException;
import dev.netlog.webhook.admission.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One path of the server: takes the bytes of a request and always responds, even after errors.
final class AdmissionEndpoint {
  private static final String JSON = "application/json";

  private final String path;
  private final Judging judging;
  private final BodyReader bodies;
  private final RequestLimits limits;
  private final Reporter reporter;
  private final Supplier<Phase> phase;

  /// Answers the bytes of a review, within its time if possible.
  @FunctionalInterface
  interface Judging {
    Outcome answer(byte[] body, BooleanSupplier inTime) throws BadReviewException;
  }

  /// @param path without the slash
  AdmissionEndpoint(
      String path,
      Judging judging,
      BodyReader bodies,
      RequestLimits limits,
      Reporter reporter,
      Supplier<Phase> phase) {
    this.path = path;
    this.judging = judging;
    this.bodies = bodies;
    this.limits = limits;
    this.reporter = reporter;
    this.phase = phase;
  }

  /// Answers a request.
  void handle(Context context) {
    long start = System.nanoTime();
    Phase now = phase.get();
    if (now == Phase.LEAVING || now == Phase.ENDING) {
      ConnectionClose.say(context);
    }
    try {
      if (now == Phase.ENDING) {
        throw RefusedException.retry(
            0, "this server is shutting down; send the request to another replica");
      }
      answer(context, start);
    } catch (RefusedException e) {
      refuse(context, e);
    } catch (BadReviewException e) {
      refuse(context, RefusedException.of(400, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      // The client is gone or does not send valid HTTP; it may still read the response.
      refuse(context, RefusedException.of(400, "the body could not be read"));
    } catch (RuntimeException bug) {
      reporter.bug(path, bug);
      refuse(context, RefusedException.of(500, "netlog failed because of an internal error"));
    }
  }

  /// Responds to a request for another endpoint or method.
  static void refuse(Context context, int status, String message) {
    context.status(status).contentType("text/plain; charset=utf-8").result(message + "\n");
  }

  private void answer(Context context, long start)
      throws RefusedException, BadReviewException, IOException {
    if (!isJson(context.contentType())) {
      throw RefusedException.of(415, "send Content-Type: " + JSON);
    }
    if (isEncoded(context.header("Content-Encoding"))) {
      throw RefusedException.of(415, "send the body without Content-Encoding");
    }
    Deadline deadline = Deadline.in(RequestTimeout.answerWithin(context.queryParam("timeout")));
    try (var _ = limits.request();
        BodyReader.Body body =
            bodies.read(
                context.req().getInputStream(), context.req().getContentLengthLong(), deadline)) {
      Outcome outcome;
      byte[] bytes;
      try (var _ = limits.turn(body.bytes().length, deadline)) {
        outcome = judging.answer(body.bytes(), () -> deadline.remainingNanos() > 0);
        bytes = AdmissionHandler.bytes(outcome.answer());
      }
      context.status(200).contentType(JSON).result(bytes);
      reporter.reviewed(path, outcome, System.nanoTime() - start);
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT).equals(JSON);
  }

  private static boolean isEncoded(@Nullable String encoding) {
    return encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity");
  }

  private void refuse(Context context, RefusedException refusal) {
    reporter.refused(path, refusal.status(), String.valueOf(refusal.getMessage()));
    if (refusal.canRetry()) {
      context.header("Retry-After", Integer.toString(refusal.retryAfter()));
    }
    if (refusal.leavesBodyUnread() && context.req().getProtocol().startsWith("HTTP/1")) {
      // The rest of the body stays unread; in HTTP/2 its stream ends.
      ConnectionClose.say(context);
    }
    refuse(context, refusal.status(), String.valueOf(refusal.getMessage()));
  }
}
