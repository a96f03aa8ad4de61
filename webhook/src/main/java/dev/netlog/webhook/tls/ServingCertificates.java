package dev.netlog.webhook.tls;

import java.util.function.Consumer;

/// Where the server's certificate comes from: files, a CA of its own, or a throw-away one.
///
/// A certificate may be replaced at any time while the server runs; what was handed out stays valid
/// until it expires. Trouble while serving never takes the current certificate away: the source
/// keeps it, logs and counts. Safe for use by several threads.
public interface ServingCertificates extends AutoCloseable {

  /// The certificate to serve new connections with; from memory, at once.
  ServingCertificate current();

  /// How it is looked after; from memory, at once.
  Upkeep upkeep();

  /// Asks to be told of each later certificate, on a thread of the source. The listener is short
  /// and does not throw; there is one, a second call replaces the first.
  void onChange(Consumer<ServingCertificate> listener);

  /// Stops looking for newer certificates. Does not throw; a second call does nothing.
  @Override
  void close();
}
