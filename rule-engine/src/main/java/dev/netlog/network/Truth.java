package dev.netlog.network;

/// A condition that may be unknown because of incomplete input.
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  /// Conjunction: false if either is false, else unknown if either is unknown.
  public Truth and(Truth that) {
    if (this == FALSE || that == FALSE) {
      return FALSE;
    }
    return this == TRUE ? that : UNKNOWN;
  }
}
