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

  /// The protocol with exactly this name, or null if there is none: `tcp` is not valid.
  public static @Nullable Protocol of(String exact) {
    for (Protocol each : values()) {
      if (each.name().equals(exact)) {
        return each;
      }
    }
    return null;
  }

  /// Its index, see [Ports].
  int place() {
    return place;
  }
}
