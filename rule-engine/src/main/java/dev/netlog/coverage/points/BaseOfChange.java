package dev.netlog.coverage.points;

import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.TargetInventory;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the head of a change reuses from its base for one namespace.
///
/// @param namespace the namespace at the base, null if the base does not have it, or there is no
///   base
/// @param input its objects at the base
/// @param cluster the cluster-scoped policies of the base
/// @param retained the retained points of the base
record BaseOfChange(
    @Nullable NamespaceCoverage namespace,
    NamespaceInput input,
    ClusterRules cluster,
    RetainedPoints retained) {
  static final String NAMESPACES = "namespaces";

  /// The inventory of a target in which objects that cannot be read exist with unknown content.
  Inventory inventory(TargetInput target, String name) {
    Inventory inventory = target.inventory();
    Map<String, String> assumed = new TreeMap<>(inventory.assumptions().values());
    if (retained.namespaceObject(name) != null) {
      assumed.remove(NAMESPACES);
    }
    if (retained.settings(target.kinds()) != null) {
      assumed.keySet().retainAll(Set.of(NAMESPACES));
    }
    return assumed.equals(inventory.assumptions().values())
        ? inventory
        : new TargetInventory(inventory, new Assumptions(assumed), Set.of());
  }

  /// The state to show: if it is unknown because an object cannot be read, it says so.
  LoggingState state(LoggingState state, TargetInput target, String name) {
    if (!(state instanceof LoggingState.Unknown unknown)) {
      return state;
    }
    UnreadableObject missing =
        unknown.cause() == CommonCause.NAMESPACE_UNKNOWN
            ? retained.namespaceObject(name)
            : retained.settings(target.kinds());
    if (missing == null) {
      return state;
    }
    ResourceId object = missing.object();
    return LoggingState.Unknown.unreadable(
        object.kind(), ResourceId.local(object.namespace(), object.name()), missing.where());
  }
}
