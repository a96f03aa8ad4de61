package dev.netlog.webhook.http;

/// A request that gets an HTTP error status instead of a review. The message is one line for the
/// client.
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

  /// Status 503 with `Retry-After`, on which the API server retries.
  static RefusedException retry(int seconds, String message) {
    return new RefusedException(503, seconds, false, message);
  }

  /// Status 503 with `Retry-After`, before the whole body was read.
  static RefusedException retryUnread(int seconds, String message) {
    return new RefusedException(503, seconds, true, message);
  }

  int status() {
    return status;
  }

  /// Whether the rest of the body stays unread.
  boolean leavesBodyUnread() {
    return unread;
  }

  boolean canRetry() {
    return retryAfter != NEVER;
  }

  /// The value of `Retry-After`, in seconds.
  int retryAfter() {
    return retryAfter;
  }
}
