package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsEvents;
import java.util.List;

/// Tells of webhook configurations that are not there: at the start, and whenever that changes.
///
/// Used by one thread at a time.
final class MissingConfigurations {
  private final TlsEvents events;
  private List<String> missing = List.of();

  MissingConfigurations(TlsEvents events) {
    this.events = events;
  }

  /// What was read of all of them. Where one could not be read, nothing is known.
  void see(List<BundleReading> readings) {
    if (readings.stream().anyMatch(BundleReading.Failed.class::isInstance)) {
      return;
    }
    List<String> now =
        readings.stream()
            .filter(BundleReading.Absent.class::isInstance)
            .map(BundleReading.Absent.class::cast)
            .map(BundleReading.Absent::configuration)
            .toList();
    if (!now.equals(missing)) {
      missing = now;
      tell();
    }
  }

  private void tell() {
    if (missing.isEmpty()) {
      events.noted("every webhook configuration is there");
    } else {
      events.waiting(
          "there is no "
              + String.join(" and no ", missing)
              + " yet; apply what is missing, or name another with --webhook-configuration");
    }
  }
}
