package dev.netlog.network;

/// A port by its name: whether the peer pod declares that name, for that protocol, at the port
/// number of the connection. Each is free to hold or not for any one connection, since any pod may
/// exist.
///
/// @param protocol the protocol it is declared for
/// @param name the name
public record NamedPort(Protocol protocol, String name)
    implements Dimension, Comparable<NamedPort> {

  /// By protocol, then by name.
  @Override
  public int compareTo(NamedPort other) {
    int byProtocol = protocol.compareTo(other.protocol);
    return byProtocol != 0 ? byProtocol : name.compareTo(other.name);
  }
}
