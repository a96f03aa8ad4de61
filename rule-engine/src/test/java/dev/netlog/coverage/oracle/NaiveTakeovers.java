package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.JointUniverse.Pair;
import dev.netlog.coverage.oracle.OracleTarget.Place;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The points of the head that are not covered and decide a connection that surely had a record,
/// and the directions of workloads in which nothing decides such a connection.
final class NaiveTakeovers {
  private final DiffSide base;
  private final DiffSide head;
  private final JointConnections connections;
  private final Set<String> known = new TreeSet<>();
  private final Set<String> ifKnown = new TreeSet<>();
  private final Set<String> undecided = new TreeSet<>();

  NaiveTakeovers(DiffSide base, DiffSide head, JointConnections connections) {
    this.base = base;
    this.head = head;
    this.connections = connections;
    find();
  }

  /// The keys of those points.
  Set<String> known() {
    return known;
  }

  /// The same if what is not known is such that logging values count.
  Set<String> ifKnown() {
    return ifKnown;
  }

  /// The workloads with directions in which such a connection has no verdict, though others have.
  Set<String> undecided() {
    return undecided;
  }

  private void find() {
    for (String after : head.places().keySet()) {
      String before = predecessor(after);
      if (before != null) {
        for (String direction : List.of("Ingress", "Egress")) {
          find(before, after, direction, OraclePoint::isCovered, OraclePoint::isCovered, false);
          find(
              before,
              after,
              direction,
              point -> DiffSide.isUnknown(point) && base.isCoveredSo(point),
              point -> point.isCovered() || head.isCoveredSo(point),
              true);
        }
      }
    }
  }

  /// The same subject at the base, or the one of those that left which a new workload resembles
  /// most.
  private @Nullable String predecessor(String id) {
    if (base.places().containsKey(id)) {
      return id;
    }
    OracleSubject subject = place(head, id).subject();
    String best = null;
    int most = 0;
    for (String other : base.places().keySet()) {
      OracleSubject old = place(base, other).subject();
      boolean left = !old.isVirtual() && !head.places().containsKey(other);
      if (left
          && !subject.isVirtual()
          && old.namespace().equals(subject.namespace())
          && subject.likeness(old) > most) {
        most = subject.likeness(old);
        best = other;
      }
    }
    return best;
  }

  private static Place place(DiffSide side, String id) {
    Place place = side.places().get(id);
    if (place == null) {
      throw new IllegalArgumentException(id);
    }
    return place;
  }

  /// @param matching whether labels that are not known are taken as such that policies apply
  private void find(
      String before,
      String after,
      String direction,
      Predicate<OraclePoint> covered,
      Predicate<OraclePoint> stillCovered,
      boolean matching) {
    undecided(before, after, direction, base.of(before, covered), matching);
    Set<String> logged = head.of(after, stillCovered);
    Set<String> bare = head.of(after, stillCovered.negate());
    Set<String> had = base.of(before, covered);
    had.removeAll(bare);
    if (had.isEmpty()
        || bare.isEmpty()
        || isUnchanged(place(base, before), place(head, after), direction)) {
      return;
    }
    DecidingPoints was = new DecidingPoints(place(base, before), direction, matching);
    DecidingPoints is = new DecidingPoints(place(head, after), direction, matching);
    Set<String> recorded = base.of(before, covered);
    Set<String> old = base.of(before, covered.negate());
    for (Pair pair : connections.of(place(base, before), place(head, after), direction)) {
      if (was.surely(pair.before()).stream().anyMatch(had::contains)) {
        // On a virtual subject a bare point may decide what another one logs of fewer pods.
        Set<String> still = was.possibly(pair.before(), recorded);
        still.retainAll(old);
        for (String point : is.possibly(pair.after(), logged)) {
          if (bare.contains(point) && !still.contains(point)) {
            (matching ? ifKnown : known).add(after + "|" + point);
          }
        }
      }
    }
  }

  private void undecided(
      String before, String after, String direction, Set<String> had, boolean matching) {
    Place old = place(base, before);
    Place now = place(head, after);
    if (now.subject().isVirtual() || !hasVerdicts(after, now, direction)) {
      return;
    }
    DecidingPoints was = new DecidingPoints(old, direction, matching);
    DecidingPoints is = new DecidingPoints(now, direction, false);
    for (Pair pair : connections.of(old, now, direction)) {
      if (is.isUndecided(pair.after())
          && was.surely(pair.before()).stream().anyMatch(had::contains)) {
        undecided.add(after + ":" + Oracle.word(direction));
        return;
      }
    }
  }

  /// Whether a cluster-scoped policy that surely applies gives a point. Without one the whole
  /// direction is lost, or what decides is not known.
  private boolean hasVerdicts(String id, Place place, String direction) {
    Set<String> points = head.of(id, point -> point.direction().equals(Oracle.word(direction)));
    return OracleApplied.of(place.namespace(), place.subject(), direction).above().stream()
        .map(admin -> "|" + OracleNamespace.name(admin) + "#")
        .anyMatch(name -> points.stream().anyMatch(point -> point.contains(name)));
  }

  /// Whether the same policies apply by their meaning. Then each decides what it did: those that
  /// lost their log are named for that, whatever their names are now.
  private static boolean isUnchanged(Place before, Place after, String direction) {
    OracleApplied was = OracleApplied.of(before.namespace(), before.subject(), direction);
    OracleApplied is = OracleApplied.of(after.namespace(), after.subject(), direction);
    return Objects.equals(before.subject().ports(), after.subject().ports())
        && meanings(was.certain()).equals(meanings(is.certain()))
        && meanings(was.possible()).equals(meanings(is.possible()))
        && Stream.of(was, is).allMatch(each -> each.above().isEmpty() && each.unsure().isEmpty());
  }

  private static Set<Meaning> meanings(List<OraclePolicy> policies) {
    return policies.stream().map(Meaning::of).collect(Collectors.toSet());
  }
}
