package dev.netlog.coverage.points;

import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.TargetInventory;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.policy.AdminPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the head of a change takes from its base for one namespace.
///
/// @param namespace the namespace at the base, null where the base does not have it, or where there
///   is no base
/// @param input its objects at the base
/// @param adminPolicies its cluster-scoped policies
/// @param retained the points of the base that stay
record BaseOfChange(
    @Nullable NamespaceCoverage namespace,
    NamespaceInput input,
    List<AdminPolicy> adminPolicies,
    RetainedPoints retained) {
  private static final String NAMESPACES = "namespaces";

  /// What is known of a target once nothing is assumed of objects that cannot be read: they are
  /// there, and nobody knows what they say.
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
        : new TargetInventory(inventory, new Assumptions(assumed));
  }

  /// A state as the reader should see it: where it is unknown for want of an object that cannot be
  /// read, it says so.
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
