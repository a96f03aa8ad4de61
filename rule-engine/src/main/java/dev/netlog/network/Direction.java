package dev.netlog.network;

import java.util.Locale;

/// The side of a pod that a policy rule is about.
public enum Direction {
  INGRESS,
  EGRESS;

  /// The word in reports: `ingress`, `egress`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The word in policies: `Ingress`, `Egress`.
  public String title() {
    return this == INGRESS ? "Ingress" : "Egress";
  }
}
