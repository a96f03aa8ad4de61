package dev.netlog.webhook.tls;

/// Why the server cannot start with the certificates it was told to use. The message is one line
/// for a person: what is wrong, and what to change. The program ends with exit code 2.
public final class TlsStartException extends Exception {
  private static final long serialVersionUID = 1L;

  /// A problem of what the user has given.
  public TlsStartException(String message) {
    super(message);
  }
}
