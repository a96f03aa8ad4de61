package dev.netlog.webhook.admission;

/// Stops a check for which the caller no longer waits. Not a bug, so it has no stack trace.
final class OutOfTimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTimeException() {
    super("not judged in time", null, false, false);
  }
}
