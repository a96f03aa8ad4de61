package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsFailure;

/// The result of a write to the API server.
public sealed interface WriteOutcome {

  /// It was written.
  record Done() implements WriteOutcome {}

  /// Another client changed the object first; it has to be read again.
  record Conflict() implements WriteOutcome {}

  /// It was not written, or the result is unknown.
  ///
  /// @param message one line
  record Failed(TlsFailure failure, String message) implements WriteOutcome {}
}
