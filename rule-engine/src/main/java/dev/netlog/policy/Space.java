package dev.netlog.policy;

import dev.netlog.network.Addresses;
import dev.netlog.network.Ranges;
import dev.netlog.network.sets.ConnectionSet;

/// The connections there are, and whom an address block means on a platform.
///
/// @param addresses the addresses of peers
/// @param blocksMatchPods whether an `ipBlock` matches the addresses of pods too
public record Space(Ranges addresses, boolean blocksMatchPods) {
  /// The space of IPv4 alone.
  public static Space ipv4(boolean blocksMatchPods) {
    return new Space(Addresses.ipv4(), blocksMatchPods);
  }

  /// The space of both families.
  public static Space dualStack(boolean blocksMatchPods) {
    return new Space(Addresses.ipv4AndIpv6(), blocksMatchPods);
  }

  /// All connections.
  public ConnectionSet everything() {
    return ConnectionSet.everything(addresses);
  }
}
