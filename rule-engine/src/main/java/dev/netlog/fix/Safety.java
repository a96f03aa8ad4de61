package dev.netlog.fix;

/// Whether a fix may be applied automatically.
public enum Safety {
  /// Does what the author clearly meant; applied by default.
  SAFE,
  /// Does what the author probably meant; applied only on request.
  UNSAFE,
  /// Needs a decision of the user; only shown.
  MANUAL
}
