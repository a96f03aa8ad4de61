package dev.netlog.webhook.tls;

/// The server cannot start with the given certificates. The message is one line for the user: the
/// problem, and what to change. The program ends with exit code 2.
public final class TlsStartException extends Exception {
  private static final long serialVersionUID = 1L;

  /// A problem of the user's input.
  public TlsStartException(String message) {
    super(message);
  }
}
