package dev.netlog.network;

import org.jspecify.annotations.Nullable;

/// A protocol with ports that a network policy can name.
public enum Protocol {
  TCP(0),
  UDP(1),
  SCTP(2);

  private final int place;

  Protocol(int place) {
    this.place = place;
  }

  /// The protocol of exactly this name, or null where there is none: `tcp` is none.
  public static @Nullable Protocol of(String exact) {
    for (Protocol each : values()) {
      if (each.name().equals(exact)) {
        return each;
      }
    }
    return null;
  }

  /// Its place on the line of [Ports].
  int place() {
    return place;
  }
}
