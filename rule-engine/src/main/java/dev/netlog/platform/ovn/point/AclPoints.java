package dev.netlog.platform.ovn.point;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.platform.LogRecord;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.name.AclNames;
import dev.netlog.platform.ovn.name.AclNames.Name;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.shared.RecentAnswers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which points of coverage OVN logs, and what it writes.
///
/// Asked for each point of a cluster, so an annotation that many points share is read once.
public final class AclPoints {
  private final RecentAnswers<Resource, AclState> states = new RecentAnswers<>(AclState::of);

  private final RecentAnswers<Resource, Programming> programming =
      new RecentAnswers<>(Programming::of);

  /// Whether the connections of a point leave a record.
  public LoggingState stateOf(Point point, Inventory inventory) {
    LoggingState idle = idle(point);
    if (idle != null) {
      return idle;
    }
    Resource holder = holder(point, inventory);
    return holder == null
        ? NamespaceObject.stateWithout(inventory, point.namespace())
        : states.to(holder).of(AclField.of(point.verdict()));
  }

  private @Nullable LoggingState idle(Point point) {
    Resource policy = policy(point);
    return policy == null ? null : notProgrammed(policy);
  }

  /// The policy of a point where it may be one that is not installed.
  static @Nullable Resource policy(Point point) {
    return switch (point.reason()) {
      case Reason.AdminRule(Resource policy, _, _) -> policy;
      case Reason.NamespaceRule(Resource policy, _, _) -> policy;
      case Reason.Allowing _, Reason.DefaultDeny _, Reason.Unmodelled _, Reason.UnreadText _ ->
          null;
    };
  }

  /// The state of all points of a policy that OVN-Kubernetes does not install; null where it does.
  public @Nullable LoggingState notProgrammed(Resource policy) {
    return programming.to(policy).fault();
  }

  /// The object whose annotation is asked: the admin policy itself, and for what holds in a
  /// namespace the Namespace; null where the input does not have it.
  ///
  /// @throws IllegalArgumentException where OVN-Kubernetes has no such points
  static @Nullable Resource holder(Point point, Inventory inventory) {
    return switch (point.reason()) {
      case Reason.AdminRule(Resource policy, _, _) -> policy;
      case Reason.Allowing _, Reason.DefaultDeny _, Reason.NamespaceRule _ ->
          NamespaceObject.in(inventory, point.namespace());
      case Reason.Unmodelled _, Reason.UnreadText _ ->
          throw new IllegalArgumentException("no point of OVN: " + point.reason().text());
    };
  }

  /// The record of a logged point.
  ///
  /// Source of the words: [acl-log.c](https://github.com/ovn-org/ovn/blob/main/lib/acl-log.c).
  public static LogRecord recordOf(Point point, Inventory inventory) {
    Resource holder = holder(point, inventory);
    AclField field = AclField.of(point.verdict());
    String severity = holder == null ? "" : AclState.of(holder).levels().of(field);
    Map<String, Value> members = new LinkedHashMap<>();
    members.put(
        "names",
        new Value.Sequence(names(point).map(Name::kept).distinct().map(AclPoints::text).toList()));
    members.put("verdict", text(field == AclField.DENY ? "drop" : field.key()));
    members.put("severity", text(severity));
    return new LogRecord(members);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  /// The names that a line may carry: of several rules that match any one is logged.
  private static Stream<Name> names(Point point) {
    String namespace = point.namespace();
    return switch (point.reason()) {
      case Reason.Allowing(Resource policy, _) ->
          point.applied().rules(policy).stream()
              .map(rule -> AclNames.ofRule(policy, namespace, direction(point), rule));
      case Reason.DefaultDeny _ -> Stream.of(AclNames.ofDefaultDeny(namespace, direction(point)));
      case Reason.AdminRule(Resource policy, Direction list, int rule) ->
          Stream.of(AclNames.ofRule(policy, namespace, list, rule));
      case Reason.NamespaceRule(Resource policy, int rule, _) ->
          Stream.of(AclNames.ofRule(policy, namespace, Direction.EGRESS, rule));
      case Reason.Unmodelled _, Reason.UnreadText _ -> Stream.empty();
    };
  }

  private static Direction direction(Point point) {
    return Objects.requireNonNull(point.direction(), "a verdict of policies has a direction");
  }
}
