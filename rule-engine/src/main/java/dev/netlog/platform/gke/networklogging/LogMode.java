package dev.netlog.platform.gke.networklogging;

import java.util.Locale;

/// What one half of a NetworkLogging makes an agent log.
public enum LogMode {
  /// Nothing.
  OFF,
  /// Every connection that a policy decides; annotations are not read.
  ALL,
  /// Only where the annotation is exactly `true`.
  ANNOTATED;

  /// The word in reports: `off`, `all`, `annotated`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
