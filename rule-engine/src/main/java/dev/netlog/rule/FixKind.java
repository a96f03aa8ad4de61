package dev.netlog.rule;

import java.util.Locale;

/// What help a rule offers beside its message.
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
