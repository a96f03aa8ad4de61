package dev.netlog.webhook.admission;

/// Ends a judgement for which the caller would not wait. No bug, so that it has no trace.
final class OutOfTimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTimeException() {
    super("not judged in time", null, false, false);
  }
}
