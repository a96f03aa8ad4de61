package dev.netlog.webhook.tls;

import java.util.function.Consumer;

/// The source of the server's certificate: files, the webhook's own authority, or a temporary
/// authority.
///
/// The certificate may change at any time while the server runs; certificates returned earlier stay
/// valid until they expire. An error while serving never removes the current certificate: the
/// source keeps it, logs the error and counts it. Safe for use by several threads.
public interface ServingCertificates extends AutoCloseable {

  /// The certificate for new connections; returns at once, from memory.
  ServingCertificate current();

  /// The state of the renewal; returns at once, from memory.
  Upkeep upkeep();

  /// Sets the listener for later certificates, which runs on a thread of the source. It has to be
  /// short and must not throw. A second call replaces the listener.
  void onChange(Consumer<ServingCertificate> listener);

  /// Stops checking for newer certificates. Does not throw; a second call does nothing.
  @Override
  void close();
}
