package dev.netlog.network;

import org.jspecify.annotations.Nullable;

/// A protocol with ports that a network policy can name.
public enum Protocol {
  TCP,
  UDP,
  SCTP;

  /// The protocol of exactly this name, or null where there is none: `tcp` is none.
  public static @Nullable Protocol of(String exact) {
    for (Protocol each : values()) {
      if (each.name().equals(exact)) {
        return each;
      }
    }
    return null;
  }
}
