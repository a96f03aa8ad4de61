package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The points of a subject that decide a connection in one direction, as keys without the subject.
/// Each point of a virtual subject is decided by what its own policy sees.
final class DecidingPoints {
  private final List<Part> parts = new ArrayList<>();

  /// Some points with what decides them.
  private record Part(AppliedVerdicts verdicts, Predicate<String> own) {}

  /// @param matching whether labels that are not known are taken as such that NetworkPolicies apply
  DecidingPoints(OracleTarget.Place place, String direction, boolean matching) {
    OracleNamespace namespace = place.namespace();
    if (!place.subject().isVirtual()) {
      OracleApplied applied = OracleApplied.of(namespace, place.subject(), direction);
      parts.add(new Part(new AppliedVerdicts(namespace, direction, applied, matching), _ -> true));
      return;
    }
    for (OracleAssumed.View view :
        new OracleAssumed(namespace, place.subject(), direction, place.real()).views()) {
      parts.add(
          new Part(
              new AppliedVerdicts(namespace, direction, view.applied(), matching), view.own()));
    }
  }

  /// Those that decide it whatever the order of admin policies and the labels that are not known.
  Set<String> surely(long connection) {
    Set<String> points = new TreeSet<>();
    for (Part part : parts) {
      part.verdicts().surely(connection).stream().filter(part.own()).forEach(points::add);
    }
    return points;
  }

  /// Those that decide it in some order of admin policies, and for some labels.
  Set<String> possibly(long connection) {
    return possibly(connection, Set.of());
  }

  /// The same without those that only admit what a logged policy surely admits too.
  ///
  /// @param logged the points of logged policies
  Set<String> possibly(long connection, Set<String> logged) {
    Set<String> points = new TreeSet<>();
    for (Part part : parts) {
      boolean admitted = part.verdicts().isAdmittedBy(logged, connection);
      part.verdicts().possibly(connection).stream()
          .filter(part.own())
          .filter(point -> !(admitted && point.contains("|allow|NetworkPolicy/")))
          .forEach(points::add);
    }
    return points;
  }

  /// Whether nothing may decide it.
  boolean isUndecided(long connection) {
    return parts.stream().allMatch(part -> part.verdicts().isUndecided(connection));
  }
}
