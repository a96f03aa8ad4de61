package dev.netlog.network.sets;

import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A world of so few connections that each can be looked at. The few ports and values stand for all
/// others, since no box that is drawn here tells those apart.
final class SmallWorld {
  static final int ADDRESSES = 3;
  static final Ranges UNIVERSE = Ranges.of(0, ADDRESSES - 1);
  static final List<Label> LABELS =
      List.of(
          new Label(Label.Owner.POD, "a"), new Label(Label.Owner.POD, "b"), Label.NAMESPACE_NAME);
  static final NamedPort NAMED = new NamedPort(Protocol.TCP, "http");
  static final List<Ranges> PORTS =
      List.of(
          Ports.of(Protocol.TCP, 1, 1),
          Ports.of(Protocol.TCP, 100, 100),
          Ports.of(Protocol.TCP, 65535, 65535),
          Ports.of(Protocol.UDP, 1, 1),
          Ports.of(Protocol.UDP, 100, 100),
          Ports.of(Protocol.SCTP, 1, 1));

  /// The values of each label: two that boxes name, one for all others, absence.
  static final int ABSENT = 3;

  private static final String[] VALUES = {"x", "y", "something-else"};

  /// One connection.
  ///
  /// @param address which of the addresses
  /// @param port which of the ports
  /// @param values which value of each label; none for a peer outside
  record Connection(boolean pods, int address, int port, List<Integer> values, boolean named) {}

  static final List<Connection> CONNECTIONS = connections();

  /// Peers outside, then pods.
  static final List<BitSet> PEERS =
      List.of(where(connection -> !connection.pods()), where(Connection::pods));

  static final List<BitSet> AT_ADDRESS = places(ADDRESSES, Connection::address);
  static final List<BitSet> ON_PORT = places(PORTS.size(), Connection::port);

  /// For each label, the connections with each of its values.
  static final List<List<BitSet>> WITH_VALUE =
      List.of(
          places(ABSENT + 1, connection -> value(connection, 0)),
          places(ABSENT + 1, connection -> value(connection, 1)),
          places(ABSENT + 1, connection -> value(connection, 2)));

  /// The connections at whose port the name is not declared, then those at which it is.
  static final List<BitSet> DECLARED = places(2, connection -> connection.named() ? 1 : 0);

  private SmallWorld() {}

  private static List<BitSet> places(int count, ToIntFunction<Connection> place) {
    List<BitSet> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int here = i;
      places.add(where(connection -> place.applyAsInt(connection) == here));
    }
    return List.copyOf(places);
  }

  private static int value(Connection connection, int label) {
    return connection.pods() ? connection.values().get(label) : -1;
  }

  private static List<Connection> connections() {
    List<Connection> all = new ArrayList<>();
    for (int address = 0; address < ADDRESSES; address++) {
      for (int port = 0; port < PORTS.size(); port++) {
        all.add(new Connection(false, address, port, List.of(), false));
        for (int row = 0; row < 48; row++) {
          List<Integer> values = List.of(row % 4, row / 4 % 4, row / 16);
          all.add(new Connection(true, address, port, values, false));
          all.add(new Connection(true, address, port, values, true));
        }
      }
    }
    return List.copyOf(all);
  }

  static @Nullable String value(int which) {
    return which == ABSENT ? null : VALUES[which];
  }

  /// The connections that satisfy this.
  static BitSet where(Predicate<Connection> satisfies) {
    BitSet members = new BitSet();
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      members.set(i, satisfies.test(CONNECTIONS.get(i)));
    }
    return members;
  }

  /// The connections at any of the places that satisfy this.
  static BitSet any(List<BitSet> places, IntPredicate satisfies) {
    BitSet members = new BitSet();
    for (int i = 0; i < places.size(); i++) {
      if (satisfies.test(i)) {
        members.or(places.get(i));
      }
    }
    return members;
  }

  /// The connections of a box, by what it says of itself.
  static BitSet members(Box box) {
    BitSet members = any(PEERS, peers -> (peers == 1) == box.isPods());
    members.and(any(AT_ADDRESS, address -> box.addresses().contains(Ranges.of(address, address))));
    members.and(any(ON_PORT, port -> box.ports().contains(PORTS.get(port))));
    if (!box.isPods()) {
      return members;
    }
    for (int i = 0; i < LABELS.size(); i++) {
      LabelValues values = box.label(LABELS.get(i));
      members.and(any(WITH_VALUE.get(i), value -> values.containsValue(value(value))));
    }
    Boolean declared = box.namedPorts().get(NAMED);
    members.and(any(DECLARED, named -> declared == null || declared == (named == 1)));
    return members;
  }
}
