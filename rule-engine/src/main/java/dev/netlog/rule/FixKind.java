package dev.netlog.rule;

import java.util.Locale;

/// The kind of fix that a rule offers.
public enum FixKind {
  SAFE,
  UNSAFE,
  MANUAL,
  NONE;

  /// The word in the catalogue: `safe`, `unsafe`, `manual`, `none`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
