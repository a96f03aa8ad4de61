package dev.netlog.policy;

import dev.netlog.network.Ranges;
import dev.netlog.network.Selector;
import org.jspecify.annotations.Nullable;

/// One entry of a rule's `from` or `to`.
public sealed interface PeerClause {
  /// Pods by labels.
  ///
  /// @param namespaces null for the policy's own namespace
  /// @param pods the pods in them
  record Pods(@Nullable Selector namespaces, Selector pods) implements PeerClause {}

  /// Addresses.
  ///
  /// @param addresses the addresses of the block without its exceptions
  /// @param pods whether it matches addresses of pods too, on every platform
  record Addresses(Ranges addresses, boolean pods) implements PeerClause {}
}
