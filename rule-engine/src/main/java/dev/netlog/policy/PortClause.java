package dev.netlog.policy;

import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import org.jspecify.annotations.Nullable;

/// One entry of a rule's `ports`.
public sealed interface PortClause {
  /// Ports by number.
  ///
  /// @param ports protocol and port, see [dev.netlog.network.Ports]
  record Numbers(Ranges ports) implements PortClause {}

  /// A port by the name that the destination pod gives it.
  ///
  /// @param protocol null for any
  record Name(@Nullable Protocol protocol, String name) implements PortClause {}
}
