package dev.netlog.webhook.http;

import io.javalin.http.Context;
import java.util.Set;

/// Responds to requests for unknown paths and methods.
final class NotFoundHandler {
  private static final Set<String> PATHS = Set.of("/validate", "/mutate");

  private NotFoundHandler() {}

  static void handle(Context context, Reporter reporter) {
    boolean method = PATHS.contains(context.path());
    int status = method ? 405 : 404;
    String message =
        method ? "only POST is allowed" : "not found; the paths are /validate and /mutate";
    if (method) {
      context.header("Allow", "POST");
    }
    reporter.refused("other", status, message);
    AdmissionEndpoint.refuse(context, status, message);
  }
}
