package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsFailure;
import java.util.List;

/// What reading a webhook configuration gave.
public sealed interface BundleReading {

  /// There is no such configuration, so it calls nobody.
  ///
  /// @param configuration as messages name it
  record Absent(String configuration) implements BundleReading {}

  /// It is there.
  ///
  /// @param configuration as messages name it
  /// @param version changes with each write by anyone
  /// @param bundles the `caBundle` of each of its webhooks, in their order, as PEM; empty where
  ///   there is none
  record Present(String configuration, String version, List<String> bundles)
      implements BundleReading {
    public Present {
      bundles = List.copyOf(bundles);
    }
  }

  /// It could not be read.
  ///
  /// @param message one line for a person
  record Failed(TlsFailure failure, String message) implements BundleReading {}
}
