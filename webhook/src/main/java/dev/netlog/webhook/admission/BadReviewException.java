package dev.netlog.webhook.admission;

/// A body that is not an answerable AdmissionReview. The message is one line for the sender: the
/// problem, and what is expected.
public final class BadReviewException extends Exception {
  private static final long serialVersionUID = 1L;

  BadReviewException(String message) {
    super(message);
  }
}
