package dev.netlog.coverage.points;

import dev.netlog.coverage.input.InventoryWithout;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.NamespaceSubjects;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.TargetKinds;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Truth;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.text.Unreadable;
import dev.netlog.policy.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the state of a point unknown if it depends on an object that a tool changes before the
/// cluster gets it. Which points there are follows from the objects as their files have them.
final class TransformedStates {
  private final TransformedObjects objects;
  private final Inventory inventory;
  private final @Nullable ResourceId namespace;
  private final @Nullable ResourceId settings;
  private final Set<ResourceId> byLabels = new HashSet<>();

  /// @param inventory the inventory that is asked for states
  TransformedStates(TargetInput target, String name, Inventory inventory) {
    this.objects = target.transformed();
    this.namespace = objects.first(id -> TargetKinds.isNamespace(id, name));
    this.settings = objects.first(id -> target.kinds().areSettings(TargetKinds.groupKind(id)));
    this.inventory = namespace == null && settings == null ? inventory : without(inventory);
    if (namespace != null) {
      KnownLabels unknown = NamespaceSubjects.labels(NamespaceInput.empty(name));
      target.adminPolicies().stream()
          .filter(policy -> policy.namespaces().matches(unknown) == Truth.UNKNOWN)
          .forEach(policy -> byLabels.add(TargetKinds.identity(policy.resource())));
    }
  }

  private Inventory without(Inventory all) {
    Map<String, String> assumed = new TreeMap<>(all.assumptions().values());
    if (namespace != null) {
      assumed.remove(BaseOfChange.NAMESPACES);
    }
    if (settings != null) {
      assumed.keySet().retainAll(Set.of(BaseOfChange.NAMESPACES));
    }
    return new InventoryWithout(
        all, new Assumptions(assumed), id -> id.equals(namespace) || id.equals(settings));
  }

  /// The state of a point that the platform judges, unknown if it depends on a transformed
  /// Namespace or on transformed settings.
  ///
  /// @param state the state by the objects as written
  /// @param judge the platform
  LoggingState judged(LoggingState state, Function<Inventory, LoggingState> judge) {
    if ((namespace == null && settings == null) || state instanceof LoggingState.Unknown) {
      return state;
    }
    LoggingState without = judge.apply(inventory);
    if (!(without instanceof LoggingState.Unknown)) {
      return state;
    }
    boolean asksNamespace =
        settings == null || (namespace != null && without.cause() == CommonCause.NAMESPACE_UNKNOWN);
    return unknown(asksNamespace ? namespace : settings, state);
  }

  private LoggingState unknown(@Nullable ResourceId object, LoggingState state) {
    Unreadable where = object == null ? null : objects.places().get(object);
    return object == null || where == null
        ? state
        : LoggingState.Unknown.transformed(
            object.kind(), ResourceId.local(object.namespace(), object.name()), where, state);
  }

  /// The state of a point, unknown if one of its own objects is transformed.
  ///
  /// @param workload the object of its subject; null if there is none
  LoggingState of(Point point, @Nullable Resource workload, LoggingState state) {
    if (objects.isEmpty() || state.isUnreadable() || !state.asWritten().equals(state)) {
      return state;
    }
    Resource changed =
        workload != null && objects.of(workload) != null ? workload : policy(point, state);
    Unreadable where = changed == null ? null : objects.of(changed);
    if (changed != null && where != null) {
      return LoggingState.Unknown.transformed(
          changed.id().kind(),
          ResourceId.local(changed.id().namespace(), Names.name(changed)),
          where,
          state);
    }
    return point.reason() instanceof Reason.AdminRule(Resource policy, _, _)
            && byLabels.contains(TargetKinds.identity(policy))
        ? unknown(namespace, state)
        : state;
  }

  /// A transformed policy on which a point depends; null if there is none.
  private @Nullable Resource policy(Point point, LoggingState state) {
    List<Resource> policies =
        switch (point.reason()) {
          case Reason.Allowing(Resource policy, _) ->
              state instanceof LoggingState.Logged logged && !logged.attributed()
                  ? Stream.concat(Stream.of(policy), applied(point)).toList()
                  : List.of(policy);
          case Reason.AdminRule(Resource policy, _, _) -> List.of(policy);
          case Reason.NamespaceRule(Resource policy, _, _) -> List.of(policy);
          case Reason.Unmodelled(Resource policy, _) -> List.of(policy);
          case Reason.UnreadText _ -> List.of();
          case Reason.DefaultDeny _ -> applied(point).toList();
        };
    return policies.stream().filter(policy -> objects.of(policy) != null).findFirst().orElse(null);
  }

  private static Stream<Resource> applied(Point point) {
    return Stream.concat(point.applied().policies().stream(), point.applied().possible().stream());
  }
}
