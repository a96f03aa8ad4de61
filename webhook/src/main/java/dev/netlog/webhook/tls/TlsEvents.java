package dev.netlog.webhook.tls;

/// Receives the events of certificates while the server runs, to log and count them.
///
/// Implementations are short, do not throw, and are safe for use by several threads.
public interface TlsEvents {

  /// Another certificate is served from now on.
  void renewed(ServingCertificate certificate);

  /// An error; the current certificate stays in use.
  ///
  /// @param reason one of a closed set, kebab-case, a label value of
  ///   `netlog_webhook_tls_errors_total`
  /// @param message one line, without keys
  void failed(String reason, String message);

  /// The server waits for something that does not exist yet.
  ///
  /// @param message one line
  void waiting(String message);

  /// A problem is solved.
  ///
  /// @param message one line
  void noted(String message);
}
