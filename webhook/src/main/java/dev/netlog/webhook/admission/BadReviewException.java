package dev.netlog.webhook.admission;

/// A body that is no AdmissionReview which could be answered. The message is one line for whoever
/// sent it: what is wrong, and what is expected.
public final class BadReviewException extends Exception {
  private static final long serialVersionUID = 1L;

  BadReviewException(String message) {
    super(message);
  }
}
