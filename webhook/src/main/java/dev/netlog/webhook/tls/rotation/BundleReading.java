package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsFailure;
import java.util.List;

/// The result of reading a webhook configuration.
public sealed interface BundleReading {

  /// The configuration does not exist, so it calls no webhook.
  ///
  /// @param configuration its name in messages
  record Absent(String configuration) implements BundleReading {}

  /// The configuration exists.
  ///
  /// @param configuration its name in messages
  /// @param version changes with each write
  /// @param bundles the `caBundle` of each of its webhooks, in their order, as PEM; empty if there
  ///   is none
  record Present(String configuration, String version, List<String> bundles)
      implements BundleReading {
    public Present {
      bundles = List.copyOf(bundles);
    }
  }

  /// It could not be read.
  ///
  /// @param message one line
  record Failed(TlsFailure failure, String message) implements BundleReading {}
}
