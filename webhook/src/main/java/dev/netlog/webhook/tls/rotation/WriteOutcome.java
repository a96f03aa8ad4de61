package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsFailure;

/// How a write to the API server ended.
public sealed interface WriteOutcome {

  /// Written.
  record Done() implements WriteOutcome {}

  /// Somebody else was faster: what was read is no longer so, and is to be read again.
  record Conflict() implements WriteOutcome {}

  /// Not written, or not known.
  ///
  /// @param message one line for a person
  record Failed(TlsFailure failure, String message) implements WriteOutcome {}
}
