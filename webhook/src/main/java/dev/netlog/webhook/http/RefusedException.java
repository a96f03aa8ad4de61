package dev.netlog.webhook.http;

/// A request that gets an HTTP status instead of an answer. The message is one line for the sender.
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int NEVER = -1;

  private final int status;
  private final int retryAfter;
  private final boolean unread;

  private RefusedException(int status, int retryAfter, boolean unread, String message) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
    this.unread = unread;
  }

  static RefusedException of(int status, String message) {
    return new RefusedException(status, NEVER, status == 408 || status == 413, message);
  }

  /// The API server asks again where the answer is a 503 with `Retry-After`.
  static RefusedException retry(int seconds, String message) {
    return new RefusedException(503, seconds, false, message);
  }

  /// The same where the body was given up.
  static RefusedException retryUnread(int seconds, String message) {
    return new RefusedException(503, seconds, true, message);
  }

  int status() {
    return status;
  }

  /// Whether the rest of the body is not going to be read.
  boolean leavesBodyUnread() {
    return unread;
  }

  boolean canRetry() {
    return retryAfter != NEVER;
  }

  /// In seconds.
  int retryAfter() {
    return retryAfter;
  }
}
