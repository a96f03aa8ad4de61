package dev.netlog.webhook.http;

/// Why the server cannot listen. The message is one line for a person: what is wrong, and what to
/// change.
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }
}
