package dev.netlog.policy;

import dev.netlog.network.Addresses;
import dev.netlog.network.Ranges;
import dev.netlog.network.sets.ConnectionSet;

/// All possible connections, and which peers an address block matches on a platform.
///
/// @param addresses the addresses of peers
/// @param blocksMatchPods whether an `ipBlock` matches the addresses of pods too
public record Space(Ranges addresses, boolean blocksMatchPods) {
  /// The space with IPv4 addresses.
  public static Space ipv4(boolean blocksMatchPods) {
    return new Space(Addresses.ipv4(), blocksMatchPods);
  }

  /// The space with IPv4 and IPv6 addresses.
  public static Space dualStack(boolean blocksMatchPods) {
    return new Space(Addresses.ipv4AndIpv6(), blocksMatchPods);
  }

  /// All connections.
  public ConnectionSet everything() {
    return ConnectionSet.everything(addresses);
  }
}
