package dev.netlog.fix;

/// How far a fix may be trusted.
public enum Safety {
  /// Does what the author plainly meant; applied by `netlog fix`.
  SAFE,
  /// Probably what the author meant; applied only when asked for.
  UNSAFE,
  /// Needs a decision; only shown.
  MANUAL
}
