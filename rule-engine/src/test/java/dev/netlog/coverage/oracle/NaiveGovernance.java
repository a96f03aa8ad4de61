package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.coverage.oracle.OracleVirtual.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The pairs of a subject and a direction that lost their policies, pair by pair.
public final class NaiveGovernance {
  private static final List<String> DIRECTIONS = List.of("ingress", "egress");

  private final OracleCoverage from;
  private final OracleCoverage to;
  private final Set<String> before;
  private final Set<String> after;
  private final IdentityHashMap<OracleCoverage, Map<String, Set<String>>> decided =
      new IdentityHashMap<>();

  /// What lies between two states.
  public NaiveGovernance(OracleCoverage from, OracleCoverage to) {
    this.from = from;
    this.to = to;
    this.before = governed(from);
    this.after = governed(to);
  }

  private static Set<String> governed(OracleCoverage coverage) {
    Set<String> governed = new TreeSet<>(coverage.pairs());
    governed.removeAll(coverage.ungoverned());
    return governed;
  }

  /// The pairs.
  public Set<String> lost() {
    Set<String> lost = new TreeSet<>();
    Map<String, OracleSubject> was = new TreeMap<>();
    from.target().all().forEach(each -> was.put(each.id(), each));
    for (OracleSubject subject : to.target().all()) {
      for (String direction : DIRECTIONS) {
        String pair = subject.id() + ":" + direction;
        List<OracleSubject> earlier =
            was.containsKey(subject.id()) ? List.of(was.get(subject.id())) : predecessors(subject);
        for (OracleSubject each : earlier) {
          boolean all = before.contains(each.id() + ":" + direction) && !after.contains(pair);
          boolean some = isDecided(from, each, direction) && !isDecided(to, subject, direction);
          if (all || some) {
            lost.add(pair);
          }
        }
      }
    }
    for (Located virtual : from.virtual()) {
      virtual(virtual, lost);
    }
    return lost;
  }

  /// Whether each connection of a subject has a verdict; none has in the node's network.
  private boolean isDecided(OracleCoverage side, OracleSubject subject, String direction) {
    return !subject.hostNetwork()
        && decided
            .computeIfAbsent(side, _ -> new TreeMap<>())
            .computeIfAbsent(
                subject.id(),
                _ ->
                    side.target()
                        .decided()
                        .apply(
                            new Located(
                                subject.namespace(),
                                new LabelSet(Map.of(), Set.of(), true),
                                subject)))
            .contains(direction);
  }

  private static Set<String> ids(OracleCoverage coverage) {
    Set<String> ids = new TreeSet<>();
    coverage.target().all().forEach(each -> ids.add(each.id()));
    return ids;
  }

  private List<OracleSubject> left() {
    Set<String> still = ids(to);
    return from.target().all().stream().filter(each -> !still.contains(each.id())).toList();
  }

  private List<OracleSubject> came() {
    Set<String> known = ids(from);
    return to.target().all().stream().filter(each -> !known.contains(each.id())).toList();
  }

  /// Those a new subject is compared with: those that left and that it resembles most, else those
  /// that its namespace lost.
  private List<OracleSubject> predecessors(OracleSubject subject) {
    List<OracleSubject> others =
        left().stream()
            .filter(
                each ->
                    each.namespace().equals(subject.namespace())
                        || came().stream().noneMatch(other -> replaces(other, each)))
            .toList();
    int most = others.stream().mapToInt(subject::likeness).max().orElse(0);
    List<OracleSubject> alike =
        others.stream().filter(each -> most > 0 && subject.likeness(each) == most).toList();
    return alike.isEmpty()
        ? left().stream()
            .filter(each -> each.namespace().equals(subject.namespace()))
            .filter(each -> came().stream().noneMatch(other -> replaces(other, each)))
            .toList()
        : alike;
  }

  private boolean replaces(OracleSubject subject, OracleSubject other) {
    return subject.namespace().equals(other.namespace())
        && subject.likeness(other) > 0
        && DIRECTIONS.stream()
            .allMatch(
                direction ->
                    (!before.contains(other.id() + ":" + direction)
                            || after.contains(subject.id() + ":" + direction))
                        && (!isDecided(from, other, direction)
                            || isDecided(to, subject, direction)));
  }

  /// The losses of the pods that a virtual subject stands for.
  private void virtual(Located virtual, Set<String> lost) {
    Map<String, String> smallest = virtual.subject().pods().getFirst().known();
    List<OraclePolicy> givers = new ArrayList<>();
    for (OraclePolicy policy : from.target().policies(virtual.namespace())) {
      if (smallest.equals(policy.selector().smallest()) && selectsNothing(policy)) {
        givers.add(policy);
      }
    }
    check(virtual, virtual, givers, lost);
    for (OraclePolicy giver : givers) {
      for (Map<String, String> labels : samples(giver)) {
        if (!labels.equals(smallest)) {
          check(virtual, pods(virtual, virtual.place(), labels), List.of(giver), lost);
        }
      }
    }
    for (OracleAdmin admin : from.target().admins()) {
      for (OracleAdmin now : to.target().admins()) {
        boolean same = OracleNamespace.name(admin).equals(OracleNamespace.name(now));
        if (same && smallest.equals(admin.pods().smallest())) {
          admin(virtual, admin, now, lost);
        }
      }
    }
  }

  private static Located pods(Located virtual, LabelSet place, Map<String, String> labels) {
    LabelSet set = new LabelSet(labels, Set.of(), false);
    return new Located(
        virtual.namespace(), place, OracleSubject.virtual(virtual.subject().id(), set));
  }

  /// The losses of the other pods that an admin policy selected, in the directions in which it
  /// governed the virtual subject.
  private void admin(Located virtual, OracleAdmin admin, OracleAdmin now, Set<String> lost) {
    List<Located> others = new ArrayList<>();
    Map<String, String> smallest = virtual.subject().pods().getFirst().known();
    for (Map<String, String> labels : OracleSelector.samples(List.of(admin.pods(), now.pods()))) {
      if (!labels.equals(smallest)) {
        others.add(pods(virtual, virtual.place(), labels));
      }
    }
    if (virtual.namespace().equals(OracleVirtual.ANYWHERE)) {
      for (Map<String, String> labels :
          OracleSelector.samples(List.of(admin.namespaces(), now.namespaces()))) {
        Map<String, String> place = new TreeMap<>(labels);
        place.putIfAbsent("kubernetes.io/metadata.name", OracleVirtual.ANYWHERE);
        others.add(pods(virtual, new LabelSet(place, Set.of(), false), smallest));
      }
    }
    for (OraclePoint point : from.counted()) {
      if (point.subject().equals(virtual.subject().id())
          && point.reason().startsWith(OracleNamespace.name(admin) + "#")) {
        for (Located pods : others) {
          if (isLost(pods, point.direction())) {
            lost.add(virtual.subject().id() + ":" + point.direction());
          }
        }
      }
    }
  }

  private boolean selectsNothing(OraclePolicy policy) {
    return from.target().subjects().getOrDefault(policy.namespace(), List.of()).stream()
        .filter(each -> !each.hostNetwork())
        .allMatch(each -> each.matches(policy.selector()).equals(Answer.FALSE));
  }

  private void check(Located virtual, Located pods, List<OraclePolicy> givers, Set<String> lost) {
    boolean given = givers.stream().anyMatch(this::stands);
    for (String direction : DIRECTIONS) {
      boolean was = false;
      boolean counts = given;
      for (OraclePolicy policy : from.target().policies(pods.namespace())) {
        if (policy.directions().stream().anyMatch(each -> Oracle.word(each).equals(direction))
            && pods.subject().matches(policy.selector()).equals(Answer.TRUE)) {
          was = true;
          counts |= stands(policy);
        }
      }
      if (pods.equals(virtual)) {
        for (OraclePoint point : from.counted()) {
          if (point.subject().equals(virtual.subject().id())
              && point.direction().equals(direction)) {
            was = true;
            counts |=
                point.reason().contains("#")
                    && point.owners().stream().anyMatch(to.target().stored()::contains);
          }
        }
      }
      if (was && counts && isLost(pods, direction)) {
        lost.add(virtual.subject().id() + ":" + direction);
      }
    }
  }

  /// Whether no policy governs pods now, or each of their connections had a verdict and not each
  /// has one now.
  private boolean isLost(Located pods, String direction) {
    return !to.target().governed().apply(pods).contains(direction)
        || (from.target().decided().apply(pods).contains(direction)
            && !to.target().decided().apply(pods).contains(direction));
  }

  /// Whether the head has the policy, or one that it did not have before and that differs in name
  /// and selector alone.
  private boolean stands(OraclePolicy policy) {
    if (to.target().stored().contains(OracleNamespace.name(policy))) {
      return true;
    }
    Set<String> known = new HashSet<>();
    from.target().policies(policy.namespace()).forEach(each -> known.add(each.name()));
    return to.target().policies(policy.namespace()).stream()
        .anyMatch(each -> !known.contains(each.name()) && rest(each).equals(rest(policy)));
  }

  private static Map<String, @Nullable Object> rest(OraclePolicy policy) {
    Map<String, @Nullable Object> rest = new TreeMap<>();
    Tree spec = policy.object().get("spec");
    spec.names().forEach(name -> rest.put(name, spec.get(name).value()));
    rest.remove("podSelector");
    return rest;
  }

  /// The label sets that a policy selected, as far as it or what became of it tells them apart.
  private Set<Map<String, String>> samples(OraclePolicy policy) {
    List<OracleSelector> selectors = new ArrayList<>(List.of(policy.selector()));
    for (OraclePolicy now : to.target().policies(policy.namespace())) {
      if (now.name().equals(policy.name())) {
        selectors.add(now.selector());
      }
    }
    return OracleSelector.samples(selectors);
  }
}
