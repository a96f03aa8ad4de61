package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsEvents;
import java.util.List;

/// Reports webhook configurations that do not exist: at the start, and whenever that changes.
///
/// Used by one thread at a time.
final class MissingConfigurations {
  private final TlsEvents events;
  private List<String> missing = List.of();

  MissingConfigurations(TlsEvents events) {
    this.events = events;
  }

  /// Takes the readings of all configurations. If one could not be read, nothing is reported.
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
      events.noted("all webhook configurations exist");
    } else {
      events.waiting(
          "waiting for "
              + String.join(" and ", missing)
              + " to be created; apply what is missing, or name another with --webhook-configuration");
    }
  }
}
