package dev.netlog.network;

/// Whether something holds, where the input may not say.
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  /// Whether both hold: false if either is, else unknown if either is.
  public Truth and(Truth that) {
    if (this == FALSE || that == FALSE) {
      return FALSE;
    }
    return this == TRUE ? that : UNKNOWN;
  }
}
