package dev.netlog.webhook.tls;

/// The errors of certificates while the server runs. The set is closed, since it labels a metric.
public enum TlsFailure {
  /// A file of a certificate or a key cannot be read.
  FILE_UNREADABLE("file-unreadable"),
  /// The files do not hold a certificate and its key.
  FILE_INVALID("file-invalid"),
  /// A certificate has expired, or expires soon and cannot be renewed.
  EXPIRED("expired"),
  /// The Secret of the authorities has been deleted.
  SECRET_GONE("secret-gone"),
  /// The Secret is not managed by this webhook.
  SECRET_FOREIGN("secret-foreign"),
  /// The Secret is ours, but contains no readable authority.
  SECRET_INVALID("secret-invalid"),
  /// The namespace of the Secret does not exist.
  NAMESPACE_ABSENT("namespace-absent"),
  /// The API server does not allow a read or write that is needed.
  FORBIDDEN("forbidden"),
  /// The API server does not answer, or answers with an error.
  UNREACHABLE("unreachable"),
  /// The clock of this machine was changed, or is wrong.
  CLOCK("clock"),
  /// A bug in this program.
  INTERNAL("internal");

  private final String label;

  TlsFailure(String label) {
    this.label = label;
  }

  /// The value of the label `reason`.
  public String label() {
    return label;
  }
}
