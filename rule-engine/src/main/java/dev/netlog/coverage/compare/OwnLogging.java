package dev.netlog.coverage.compare;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.input.TargetInventory;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Reason;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Judges points as if whatever is unknown were such that the logging values of the objects
/// themselves decide: the settings of the cluster ask for them, and a policy that may apply does.
///
/// So a logging value that a change takes away is missed also where the input does not tell whether
/// it counts.
final class OwnLogging {
  private final Platform platform;
  private final Inventory inventory;

  OwnLogging(Coverage side) {
    this.platform = side.target().platform();
    Map<String, String> assumed = new TreeMap<>(side.inventory().assumptions().values());
    assumed.putAll(platform.ownLogging().values());
    this.inventory =
        new TargetInventory(
            new WithoutSettings(side.inventory(), platform.enforcement().ownSettings()),
            new Assumptions(assumed),
            Set.of());
  }

  /// The state of a point that is not covered; the same state if it cannot be told.
  LoggingState of(JudgedPoint point) {
    boolean asked =
        point.status() != Status.COVERED
            && !point.state().isUnreadable()
            && !(point.point().reason() instanceof Reason.Unmodelled);
    return asked ? platform.loggingOf(point.point(), inventory) : point.state();
  }

  /// Whether a point is covered, or would be: by its own logging values, or as its files have it if
  /// a tool changes its objects.
  boolean covers(JudgedPoint point) {
    return point.state().asWritten() instanceof LoggingState.Logged
        || of(point) instanceof LoggingState.Logged;
  }

  /// Whether a policy that netlog does not model had a logging value and has it no more.
  boolean losesValue(JudgedPoint before, JudgedPoint after) {
    if (!(before.point().reason() instanceof Reason.Unmodelled(Resource had, _))
        || !(after.point().reason() instanceof Reason.Unmodelled(Resource has, _))) {
      return false;
    }
    return platform.keys().stream()
        .anyMatch(
            key -> {
              Value value = had.annotations().get(key);
              return value instanceof Value.Text && !value.equals(has.annotations().get(key));
            });
  }

  /// The point with this state.
  SubjectPoint judged(SubjectPoint point) {
    JudgedPoint judged = JudgedPoint.of(point.point().point(), of(point.point()));
    return new SubjectPoint(point.key(), point.subject(), point.of(), point.namespace(), judged);
  }

  /// An inventory in which the settings of the cluster are unknown.
  private record WithoutSettings(Inventory objects, Set<GroupKind> settings) implements Inventory {
    @Override
    public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
      return settings.contains(kind) ? new Lookup.Unknown() : objects.find(kind, namespace, name);
    }

    @Override
    public Listing list(GroupKind kind, @Nullable String namespace) {
      return objects.list(kind, namespace);
    }

    @Override
    public Set<String> platforms() {
      return objects.platforms();
    }
  }
}
