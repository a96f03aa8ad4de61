package dev.netlog.webhook.tls;

/// What can go wrong with certificates while the server runs; all of it, since it labels a metric.
public enum TlsFailure {
  /// A file of a certificate or a key cannot be read.
  FILE_UNREADABLE("file-unreadable"),
  /// The files do not hold a certificate and its key.
  FILE_INVALID("file-invalid"),
  /// A certificate has ended, or ends soon and cannot be renewed.
  EXPIRED("expired"),
  /// The Secret of the authorities is not there any more.
  SECRET_GONE("secret-gone"),
  /// The Secret belongs to somebody else.
  SECRET_FOREIGN("secret-foreign"),
  /// The Secret is ours, but no authority can be read from it.
  SECRET_INVALID("secret-invalid"),
  /// The namespace of the Secret is not there.
  NAMESPACE_ABSENT("namespace-absent"),
  /// The API server does not let us read or write what we need.
  FORBIDDEN("forbidden"),
  /// The API server does not answer, or answers with an error of its own.
  UNREACHABLE("unreachable"),
  /// The clock of this machine was set, or is wrong.
  CLOCK("clock"),
  /// A mistake in this program.
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
