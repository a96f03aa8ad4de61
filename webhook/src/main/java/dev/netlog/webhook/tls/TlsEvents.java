package dev.netlog.webhook.tls;

/// Told of what happens to certificates while the server runs, to log and count it.
///
/// Implementations are short, do not throw, and are safe for use by several threads.
public interface TlsEvents {

  /// Another certificate is served from now on.
  void renewed(ServingCertificate certificate);

  /// Something failed; the current certificate stays.
  ///
  /// @param reason one of a closed set, kebab-case, as it stands in
  ///   `netlog_webhook_tls_errors_total`
  /// @param message one line for a person, without keys
  void failed(String reason, String message);

  /// Something is not there that is waited for.
  ///
  /// @param message one line for a person
  void waiting(String message);

  /// Something is as it should be, that was not before.
  ///
  /// @param message one line for a person
  void noted(String message);
}
