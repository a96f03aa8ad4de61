package dev.netlog.webhook.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// The address that a server listens on.
///
/// @param port 0 lets the system pick one
/// @param port 0 where the system is to pick one
public record Address(String host, int port) {
  private static final String EVERYWHERE = "0.0.0.0";

  /// Parses `HOST:PORT`, `[IPV6]:PORT`, `:PORT` or `PORT`; null for anything else.
  public static @Nullable Address parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return null;
    }
    String digits = text.substring(colon + 1);
    if (digits.isEmpty()
        || digits.length() > 5
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int port = Integer.parseInt(digits);
    return port > 65_535 ? null : new Address(host.isEmpty() ? EVERYWHERE : host, port);
  }

  /// The same address with the port that the system has picked.
  Address on(int picked) {
    return new Address(host, picked);
  }

  /// The address for a server socket.
  ///
  /// @throws UnknownHostException if the name cannot be resolved
  InetSocketAddress socket() throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
