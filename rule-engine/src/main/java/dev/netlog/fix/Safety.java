package dev.netlog.fix;

/// How far a fix may be trusted.
public enum Safety {
  /// Does what the author plainly meant; fit to be applied unseen.
  SAFE,
  /// Probably what the author meant; fit to be applied when asked for.
  UNSAFE,
  /// Needs a decision; only shown.
  MANUAL
}
