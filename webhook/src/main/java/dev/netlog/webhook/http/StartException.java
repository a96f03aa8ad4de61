package dev.netlog.webhook.http;

/// The server cannot listen. The message is one line for the user: the problem, and what to change.
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }
}
