package dev.netlog.network;

import java.util.ArrayList;
import java.util.List;

/// Protocols and ports as one number: the protocol's index times 65536, plus the port.
public final class Ports {
  /// The ports preferred in examples.
  private static final int[] READABLE = {443, 8080};

  private static final int LAST = 65535;
  private static final Ranges ALL = unionOfAll();

  /// A protocol with a port.
  ///
  /// @param protocol the protocol
  /// @param number the port, 1 to 65535
  public record Port(Protocol protocol, int number) {}

  private Ports() {}

  /// Every port of every protocol.
  public static Ranges all() {
    return ALL;
  }

  /// Every port of one protocol.
  public static Ranges all(Protocol protocol) {
    return of(protocol, 1, LAST);
  }

  /// The ports from one to another, both included.
  ///
  /// @throws IllegalArgumentException where a port is not 1 to 65535, or the second below the first
  public static Ranges of(Protocol protocol, int from, int to) {
    if (from < 1 || to > LAST || to < from) {
      throw new IllegalArgumentException("no ports: " + from + " to " + to);
    }
    return Ranges.of(place(protocol, from), place(protocol, to));
  }

  /// A member for examples in reports. TCP before UDP before SCTP; of the first protocol with a
  /// member, 443 or 8080 if it is one, else the smallest port.
  ///
  /// @throws IllegalStateException where the set is empty
  public static Port pick(Ranges ports) {
    for (Protocol protocol : Protocol.values()) {
      Ranges here = ports.intersect(all(protocol));
      if (here.isEmpty()) {
        continue;
      }
      for (int readable : READABLE) {
        if (here.has(0, place(protocol, readable))) {
          return new Port(protocol, readable);
        }
      }
      return new Port(protocol, (int) (here.first(0).low() - place(protocol, 0)));
    }
    throw new IllegalStateException("no port to pick from");
  }

  /// The highest port number of the last protocol that has a member.
  ///
  /// @throws IllegalArgumentException where the set is empty
  public static int highest(Ranges ports) {
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("no port is the highest of none");
    }
    return (int) (ports.last(ports.size() - 1).low() & LAST);
  }

  private static long place(Protocol protocol, int port) {
    return ((long) protocol.place() << 16) | port;
  }

  private static Ranges unionOfAll() {
    List<Ranges> all = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      all.add(all(protocol));
    }
    return Ranges.unionOf(all);
  }
}
