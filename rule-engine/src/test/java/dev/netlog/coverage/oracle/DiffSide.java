package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleTarget.Place;
import dev.netlog.model.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One state of a comparison.
final class DiffSide {
  private final World world;
  private final OracleCoverage coverage;
  private final Map<String, OraclePoint> points = new TreeMap<>();
  private final Map<String, Place> places = new TreeMap<>();
  private final Set<String> own = new TreeSet<>();

  /// @param own the same state if logging values count
  /// @param names other names of virtual subjects
  DiffSide(World world, OracleCoverage coverage, OracleCoverage own, Map<String, String> names) {
    this.world = world;
    this.coverage = coverage;
    for (OraclePoint point : coverage.counted()) {
      OraclePoint named = point.of(names.getOrDefault(point.subject(), point.subject()));
      points.put(named.key(), named);
    }
    coverage
        .target()
        .places()
        .forEach((id, place) -> places.put(names.getOrDefault(id, id), place));
    for (OraclePoint point : own.counted()) {
      if (point.matching().state().equals("covered")) {
        this.own.add(point.of(names.getOrDefault(point.subject(), point.subject())).key());
      }
    }
  }

  /// The world in which the logging values of its objects count.
  static World asked(World world) {
    if (world.platform().equals("ovn")) {
      return world;
    }
    Map<String, String> assumed = new TreeMap<>(world.assumptions());
    assumed.put("networkLogging", "delegated");
    return new World(
        world.platform(), Edits.withoutKind(world, "NetworkLogging").objects(), assumed);
  }

  OracleCoverage coverage() {
    return coverage;
  }

  /// The counted points by key.
  Map<String, OraclePoint> points() {
    return points;
  }

  /// The subjects by id, with the base's names of virtual ones.
  Map<String, Place> places() {
    return places;
  }

  /// Whether the log of a point depends on what is not known, and would be there by its own logging
  /// values.
  boolean isCoveredSo(OraclePoint point) {
    return !point.isCovered() && own.contains(point.key());
  }

  /// The keys of logging values.
  Set<String> keys() {
    return world.platform().equals("ovn")
        ? Set.of("k8s.ovn.org/acl-logging")
        : Set.of(
            "policy.network.gke.io/enable-logging", "policy.network.gke.io/enable-deny-logging");
  }

  /// Whether anything is known of a namespace.
  boolean has(String namespace) {
    return places.values().stream().anyMatch(each -> each.namespace().name().equals(namespace))
        || world.objects().stream()
            .map(object -> new Tree(object))
            .anyMatch(
                object ->
                    object.get("kind").text("").equals("Namespace")
                        ? object.at("metadata", "name").text("").equals(namespace)
                        : object.at("metadata", "namespace").text("").equals(namespace));
  }

  World world() {
    return world;
  }

  /// The object of a policy that is not modelled.
  Tree object(String reason) {
    for (Value.Mapping object : world.objects()) {
      Tree tree = new Tree(object);
      Tree metadata = tree.get("metadata");
      String name = metadata.get("name").text("");
      String kind = tree.get("kind").text("");
      String place = metadata.get("namespace").text("default");
      if (reason.equals(kind + "/" + name) || reason.equals(kind + "/" + place + "/" + name)) {
        return tree;
      }
    }
    throw new IllegalArgumentException(reason);
  }

  static boolean isUnknown(OraclePoint point) {
    return point.judgement().state().equals("unknown");
  }

  /// Some points of a subject, as keys without the subject.
  Set<String> of(String subject, Predicate<OraclePoint> wanted) {
    return points.values().stream()
        .filter(each -> each.subject().equals(subject))
        .filter(wanted)
        .map(OraclePoint::rest)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
