package dev.netlog.coverage.compare;

import dev.netlog.coverage.JudgedPoint;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.Reason;
import dev.netlog.platform.VerdictRegion.Part;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds points of the head that are not covered and decide connections that only covered points
/// decided at the base, and such connections that nothing decides at the head. Such a point may be
/// new, or may exist at the base for other connections.
final class TakenOver {
  private final DecidedConnections connections;
  private final Predicate<JudgedPoint> covered;
  private final Predicate<JudgedPoint> stillCovered;
  private final boolean matching;
  private final Map<Groups, List<Pair>> known = new HashMap<>();
  private final Map<Groups, Boolean> open = new HashMap<>();

  private record Groups(int before, int after, Direction direction) {}

  /// A point with the one whose connections it decides now.
  ///
  /// @param had the covered point of the base
  /// @param now the point of the head
  record Pair(JudgedPoint had, JudgedPoint now) {}

  /// @param covered whether a point of the base is covered
  /// @param stillCovered the same for a point of the head
  /// @param matching whether NetworkPolicies that may apply are taken to apply
  TakenOver(
      DecidedConnections connections,
      Predicate<JudgedPoint> covered,
      Predicate<JudgedPoint> stillCovered,
      boolean matching) {
    this.connections = connections;
    this.covered = covered;
    this.stillCovered = stillCovered;
    this.matching = matching;
  }

  /// The points of a subject at the head, in the order of points.
  ///
  /// @param before the subject at the base
  List<Pair> of(Subject before, Subject after) {
    int was = connections.base().groupOf(before.id());
    int is = connections.head().groupOf(after.id());
    List<Pair> pairs = new ArrayList<>();
    if (was >= 0 && is >= 0) {
      for (Direction direction : Direction.values()) {
        // The ports of virtual subjects are assumed, and depend on the rules of other policies.
        boolean samePorts =
            (before.isVirtual() && after.isVirtual()) || before.ports().equals(after.ports());
        pairs.addAll(
            known.computeIfAbsent(
                new Groups(was, is, direction), groups -> find(groups, samePorts)));
      }
    }
    return pairs;
  }

  /// The directions in which some connections had a record at the base and have no verdict at the
  /// head, though other connections do.
  Set<Direction> undecided(Subject before, Subject after) {
    int was = connections.base().groupOf(before.id());
    int is = connections.head().groupOf(after.id());
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      boolean lost =
          was >= 0
              && is >= 0
              && open.computeIfAbsent(new Groups(was, is, direction), this::leavesUndecided);
      if (lost) {
        directions.add(direction);
      }
    }
    return directions;
  }

  private boolean leavesUndecided(Groups groups) {
    List<JudgedPoint> after = connections.head().points(groups.after(), groups.direction());
    // The points of policies that may apply do not know the others.
    List<Part> undecided =
        after.stream()
            .map(point -> point.point().applied().undecided())
            .filter(parts -> !parts.isEmpty())
            .findFirst()
            .orElse(List.of());
    return !undecided.isEmpty()
        && connections.meet(
            undecided,
            recorded(
                connections.base().points(groups.before(), groups.direction()).stream()
                    .filter(covered)
                    .toList()));
  }

  private static List<Part> recorded(List<JudgedPoint> covered) {
    return DecidedConnections.united(
        covered.stream()
            .flatMap(point -> DecidedConnections.parts(point, true, _ -> false).stream())
            .toList());
  }

  private List<Pair> find(Groups groups, boolean samePorts) {
    List<JudgedPoint> before = connections.base().points(groups.before(), groups.direction());
    List<JudgedPoint> after = connections.head().points(groups.after(), groups.direction());
    Set<String> lost = new HashSet<>();
    Set<String> logging = new HashSet<>();
    List<JudgedPoint> bare = new ArrayList<>();
    for (JudgedPoint point : after) {
      if (stillCovered.test(point)) {
        logging.add(point.point().reason().text());
      } else {
        lost.add(point.rest());
        bare.add(point);
      }
    }
    // A covered point that lost its own record is a regression by its key.
    List<JudgedPoint> had =
        before.stream().filter(covered).filter(point -> !lost.contains(point.rest())).toList();
    if (had.isEmpty() || bare.isEmpty() || (samePorts && areUnchanged(before, after))) {
      return List.of();
    }
    List<Part> recorded = recorded(had);
    Predicate<Resource> isLogged = policy -> logging.contains(Names.reference(policy));
    List<List<Part>> decided = new ArrayList<>();
    for (JudgedPoint point : bare) {
      decided.add(DecidedConnections.parts(point, surely(point), isLogged));
    }
    List<Part> all = decided.stream().flatMap(List::stream).toList();
    if (!connections.meet(DecidedConnections.united(all), recorded)) {
      return List.of();
    }
    Map<String, List<Part>> bareBefore = bareParts(before);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      JudgedPoint point = bare.get(i);
      List<Part> parts = decided.get(i);
      List<Part> already = bareBefore.getOrDefault(point.rest(), List.of());
      if (connections.meet(parts, recorded, already)) {
        had.stream()
            .filter(
                each -> connections.meet(parts, DecidedConnections.parts(each, true, _ -> false)))
            .findFirst()
            .ifPresent(each -> pairs.add(new Pair(each, point)));
      }
    }
    return pairs;
  }

  /// The connections that points decided at the base without a record, by the rest of their keys.
  /// Only a virtual subject may have some that another point logs: of fewer pods.
  private Map<String, List<Part>> bareParts(List<JudgedPoint> before) {
    Set<String> logging = new HashSet<>();
    before.stream().filter(covered).forEach(each -> logging.add(each.point().reason().text()));
    Predicate<Resource> wasLogged = policy -> logging.contains(Names.reference(policy));
    Map<String, List<Part>> bare = new HashMap<>();
    for (JudgedPoint each : before) {
      if (!covered.test(each)) {
        bare.computeIfAbsent(each.rest(), _ -> new ArrayList<>())
            .addAll(DecidedConnections.parts(each, surely(each), wasLogged));
      }
    }
    return bare;
  }

  /// Whether NetworkPolicies that may apply, and are taken to, decide connections before a point.
  private boolean surely(JudgedPoint point) {
    return matching
        && !point.point().applied().possible().isEmpty()
        && !(point.point().reason() instanceof Reason.Allowing);
  }

  /// Whether the same NetworkPolicies apply, and nothing else decides on either side. Each point of
  /// a virtual subject has policies of its own.
  private boolean areUnchanged(List<JudgedPoint> before, List<JudgedPoint> after) {
    return before.stream().noneMatch(TakenOver::isOfTier)
        && after.stream().noneMatch(TakenOver::isOfTier)
        && connections.applied(before).equals(connections.applied(after));
  }

  private static boolean isOfTier(JudgedPoint point) {
    return point.point().reason() instanceof Reason.AdminRule;
  }
}
