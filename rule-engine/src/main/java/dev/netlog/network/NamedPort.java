package dev.netlog.network;

/// A port by its name: whether the peer pod declares that name, for that protocol, at the port
/// number of the connection. Both cases are possible for any connection, since any pod may exist.
///
/// @param protocol the protocol it is declared for
/// @param name the name
public record NamedPort(Protocol protocol, String name)
    implements Dimension, Comparable<NamedPort> {

  /// Orders by protocol, then by name.
  @Override
  public int compareTo(NamedPort other) {
    int byProtocol = protocol.compareTo(other.protocol);
    return byProtocol != 0 ? byProtocol : name.compareTo(other.name);
  }
}
