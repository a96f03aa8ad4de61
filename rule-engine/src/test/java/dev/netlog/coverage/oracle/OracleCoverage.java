package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleVirtual.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Points and, by section 6, what is counted of them.
///
/// @param points all of them
/// @param pairs the subjects with their directions that may be governed: `a/Pod/p:ingress`
/// @param excluded subjects in the node's network
/// @param policies all policies as reports name them
/// @param refused objects that no cluster stores
/// @param virtual the subjects that stand for pods that were not read
/// @param target the objects behind it
public record OracleCoverage(
    List<OraclePoint> points,
    List<String> pairs,
    Set<String> excluded,
    Set<String> policies,
    Set<String> refused,
    List<Located> virtual,
    OracleTarget target) {

  /// All of it as lines in a fixed order.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    points.forEach(each -> lines.add(each.line()));
    lines.add(ofPoints("verdict", _ -> true));
    for (String verdict : List.of("allow", "deny")) {
      lines.add(ofPoints(verdict, each -> each.verdict().equals(verdict)));
    }
    for (String direction : List.of("ingress", "egress")) {
      lines.add(ofPoints(direction, each -> each.direction().equals(direction)));
    }
    Map<String, Set<String>> byPolicy = new TreeMap<>();
    Map<String, Set<String>> bySubject = new TreeMap<>();
    Map<String, Set<String>> byNamespace = new TreeMap<>();
    for (OraclePoint point : counted()) {
      String state = point.judgement().state();
      point.owners().forEach(owner -> add(byPolicy, owner, state));
      String subject = point.subject();
      if (subject.startsWith("Namespace/")) {
        add(byNamespace, subject.substring("Namespace/".length()), state);
      } else if (!subject.equals("Cluster")) {
        add(byNamespace, subject.substring(0, subject.indexOf('/')), state);
        add(bySubject, subject, state);
      }
    }
    lines.add(ofItems("policy", byPolicy.values()));
    lines.add(ofItems("workload", bySubject.values()));
    lines.add(ofItems("namespace", byNamespace.values()));
    byPolicy.forEach((name, states) -> lines.add("status " + name + " " + status(states)));
    Set<String> ungoverned = ungoverned();
    lines.add("governed " + (pairs.size() - ungoverned.size()) + "/" + pairs.size());
    ungoverned.forEach(pair -> lines.add("ungoverned " + pair));
    excluded.forEach(subject -> lines.add("excluded " + subject));
    inactive().forEach(policy -> lines.add("inactive " + policy));
    refused.forEach(object -> lines.add("refused " + object));
    lines.sort(String::compareTo);
    return lines;
  }

  /// The ids of the subjects that stand for pods that were not read.
  public List<String> virtualSubjects() {
    return virtual.stream().map(each -> each.subject().id()).toList();
  }

  /// The points that enter the counters.
  public List<OraclePoint> counted() {
    return points.stream().filter(OraclePoint::isCounted).toList();
  }

  /// Policies without a counted point of their own.
  public Set<String> inactive() {
    Set<String> inactive = new TreeSet<>(policies);
    counted().forEach(point -> inactive.removeAll(point.owners()));
    return inactive;
  }

  /// The pairs without a counted point.
  public Set<String> ungoverned() {
    Set<String> ungoverned = new TreeSet<>(pairs);
    counted().forEach(point -> ungoverned.remove(point.subject() + ":" + point.direction()));
    return ungoverned;
  }

  private static void add(Map<String, Set<String>> items, String item, String state) {
    items.computeIfAbsent(item, _ -> new TreeSet<>()).add(state);
  }

  private String ofPoints(String counter, Predicate<OraclePoint> wanted) {
    List<Set<String>> states = new ArrayList<>();
    for (OraclePoint point : counted()) {
      if (wanted.test(point)) {
        states.add(Set.of(point.judgement().state()));
      }
    }
    return ofItems(counter, states);
  }

  private static String ofItems(String counter, Collection<Set<String>> items) {
    Map<String, Integer> counts = new TreeMap<>();
    items.forEach(states -> counts.merge(status(states), 1, Integer::sum));
    return "counter "
        + counter
        + List.of("covered", "partial", "missed", "unknown").stream()
            .map(word -> " " + counts.getOrDefault(word, 0) + " " + word)
            .collect(Collectors.joining());
  }

  /// All covered; else none missed; else some covered; else missed.
  private static String status(Set<String> states) {
    if (states.equals(Set.of("covered"))) {
      return "covered";
    }
    if (!states.contains("missed")) {
      return "unknown";
    }
    return states.contains("covered") ? "partial" : "missed";
  }
}
