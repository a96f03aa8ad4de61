package dev.netlog.inventory;

import dev.netlog.model.GroupKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The other objects of the cluster of a resource.
///
/// Implementations answer from memory, never from the network, and are safe for use by several
/// threads.
public interface Inventory {

  /// One object by name.
  ///
  /// @param namespace null for cluster-scoped kinds
  Lookup find(GroupKind kind, @Nullable String namespace, String name);

  /// All objects of a kind.
  ///
  /// @param namespace null for all namespaces; otherwise objects with an unknown namespace make the
  ///   listing incomplete
  Listing list(GroupKind kind, @Nullable String namespace);

  /// The ids of the platforms that the user named for the cluster; empty if none is named.
  Set<String> platforms();

  /// Whether a change removes a cluster-scoped object: the base has it and the head does not. No
  /// assumption holds about such an object.
  default boolean isRemoved(GroupKind kind, String name) {
    return false;
  }

  /// The user's assumptions for what no object sets.
  default Assumptions assumptions() {
    return Assumptions.NONE;
  }
}
