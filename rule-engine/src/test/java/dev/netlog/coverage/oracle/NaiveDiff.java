package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.JointUniverse.Pair;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import dev.netlog.coverage.oracle.OracleTarget.Place;
import dev.netlog.coverage.oracle.OracleVirtual.Located;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Section 7 and the rules of the gate, point by point and connection by connection.
public final class NaiveDiff {
  /// What a change may have.
  public enum Seen {
    RENAMED_POLICY,
    RENAMED_WORKLOAD,
    VIRTUAL_SUBJECT_IN_PLACE_OF_ANOTHER,
    SPEC_WRITTEN_IN_ANOTHER_WAY,
    DENY_THAT_DOES_NOT_GROW,
    LOGGED_CONNECTION_TAKEN_OVER,
    LOG_LOST_IF_KNOWN,
    CONNECTION_TAKEN_OVER_IF_KNOWN,
    LOGGED_CONNECTION_UNDECIDED,
    LOGGED_RULE_UNDECIDED,
    VALUE_OF_UNMODELLED_POLICY_LOST,
    BARE_POINT_THAT_DECIDES_NO_MORE,
    OLD_VERDICT_AT_A_NEW_PLACE
  }

  private final DiffSide base;
  private final DiffSide head;
  private final NaivePairs pairs;
  private final JointConnections connections = new JointConnections();
  private final Set<String> touched = new TreeSet<>();
  private final Set<String> regressions = new TreeSet<>();
  private int kept;
  private int keptCovered;

  /// What lies between two states.
  public NaiveDiff(World from, World to) {
    OracleCoverage before = Oracle.of(from, to);
    OracleCoverage after = Oracle.ofHead(from, to);
    World ownBefore = DiffSide.asked(from);
    World ownAfter = DiffSide.asked(to);
    this.base = new DiffSide(from, before, Oracle.of(ownBefore, ownAfter), Map.of());
    this.head = new DiffSide(to, after, Oracle.ofHead(ownBefore, ownAfter), names(before, after));
    this.pairs = new NaivePairs(base, head);
  }

  /// The names of the head's virtual subjects beside the base: the base's for those of the same
  /// labels. One of other labels whose name is taken by that has a number.
  private static Map<String, String> names(OracleCoverage from, OracleCoverage to) {
    Map<String, String> names = new TreeMap<>();
    for (Located after : to.virtual()) {
      for (Located before : from.virtual()) {
        if (before.isSameAs(after)) {
          names.put(after.subject().id(), before.subject().id());
        }
      }
    }
    Set<String> taken = new TreeSet<>(names.values());
    for (Located after : to.virtual()) {
      String id = after.subject().id();
      String free = id;
      for (int number = 2; !names.containsKey(id) && taken.contains(free); number++) {
        free = id + "-" + number;
      }
      names.putIfAbsent(id, free);
      taken.add(names.get(id));
    }
    return names;
  }

  private final Set<Seen> seen = EnumSet.noneOf(Seen.class);

  /// All of it as lines.
  public List<String> lines() {
    head.points()
        .forEach(
            (key, after) -> {
              OraclePoint same = base.points().get(key);
              OraclePoint renamed = pairs.renamed().get(key);
              OraclePoint stood = pairs.stoodFor().get(key);
              if (same != null) {
                compare(same, after, pairs.haveSameLabels(same, after));
              } else if (renamed != null) {
                boolean sameSubject = renamed.subject().equals(after.subject());
                see(sameSubject ? Seen.RENAMED_POLICY : Seen.RENAMED_WORKLOAD, true);
                compare(renamed, after, true);
              } else if (stood != null && stood.judgement().unattributed() && !after.isCovered()) {
                // What other policies logged of a workload, the virtual subject cannot lose.
                keep(after);
              } else if (stood != null) {
                compare(stood, after, true);
              } else if (pairs.old().contains(key)) {
                see(Seen.OLD_VERDICT_AT_A_NEW_PLACE, true);
                keep(after);
              }
            });
    NaiveTakeovers taken = new NaiveTakeovers(base, head, connections);
    see(Seen.LOGGED_CONNECTION_TAKEN_OVER, !regressions.containsAll(taken.known()));
    regressions.addAll(taken.known());
    see(Seen.CONNECTION_TAKEN_OVER_IF_KNOWN, !regressions.containsAll(taken.ifKnown()));
    regressions.addAll(taken.ifKnown());
    touched.addAll(pairs.added().keySet());
    Set<String> bare = new TreeSet<>(regressions);
    pairs.added().values().stream()
        .filter(each -> !each.isCovered())
        .forEach(each -> bare.add(each.key()));
    List<String> lines = new ArrayList<>();
    pairs.added().keySet().forEach(key -> lines.add("added " + key));
    pairs.removed().keySet().forEach(key -> lines.add("removed " + key));
    regressions.forEach(key -> lines.add("regression " + key));
    bare.forEach(key -> lines.add("newly uncovered " + key));
    touched.forEach(key -> lines.add("touched " + key));
    long covered =
        head.points().values().stream()
            .filter(each -> touched.contains(each.key()) && each.isCovered())
            .count();
    lines.add("patch " + covered + "/" + touched.size());
    lines.add("kept " + keptCovered + "/" + kept);
    Set<String> lost = new TreeSet<>(new NaiveGovernance(base.coverage(), head.coverage()).lost());
    see(Seen.LOGGED_CONNECTION_UNDECIDED, !lost.containsAll(taken.undecided()));
    lost.addAll(taken.undecided());
    Set<String> rules = new NaiveFirewalls(base, head).lost();
    see(Seen.LOGGED_RULE_UNDECIDED, !rules.isEmpty());
    lost.addAll(rules);
    lost.forEach(pair -> lines.add("lost " + pair));
    return lines.stream().sorted().toList();
  }

  /// What the change has; after its lines.
  public Set<Seen> seen() {
    see(Seen.VIRTUAL_SUBJECT_IN_PLACE_OF_ANOTHER, !pairs.stoodFor().isEmpty());
    see(Seen.SPEC_WRITTEN_IN_ANOTHER_WAY, isRewritten());
    return seen;
  }

  /// Whether policies that see different ones give the deny point of a virtual subject.
  public boolean hasSharedDenyPoint() {
    for (DiffSide side : List.of(base, head)) {
      for (Place place : side.places().values()) {
        for (String direction : List.of("Ingress", "Egress")) {
          if (place.subject().isVirtual()
              && new OracleAssumed(place.namespace(), place.subject(), direction, place.real())
                  .isDeniedSeveralTimes()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void see(Seen what, boolean is) {
    if (is) {
      seen.add(what);
    }
  }

  private boolean isRewritten() {
    Map<String, OraclePolicy> before = new TreeMap<>();
    OracleTarget from = base.coverage().target();
    from.policies()
        .values()
        .forEach(some -> some.forEach(each -> before.put(OracleNamespace.name(each), each)));
    return head.coverage().target().policies().values().stream()
        .flatMap(List::stream)
        .anyMatch(
            each -> {
              OraclePolicy old = before.get(OracleNamespace.name(each));
              return old != null
                  && !old.object().get("spec").equals(each.object().get("spec"))
                  && Meaning.of(old).equals(Meaning.of(each));
            });
  }

  private void keep(OraclePoint point) {
    kept++;
    keptCovered += point.isCovered() ? 1 : 0;
  }

  private void compare(OraclePoint before, OraclePoint after, boolean sameLabels) {
    keep(before);
    if (isTouched(before, after, sameLabels)) {
      touched.add(after.key());
    }
    boolean lost = before.isCovered() && !after.isCovered();
    boolean lostSo =
        DiffSide.isUnknown(before)
            && base.isCoveredSo(before)
            && !after.isCovered()
            && !head.isCoveredSo(after);
    see(Seen.LOG_LOST_IF_KNOWN, lostSo);
    boolean valueLost = after.verdict().equals("any") && losesValue(before, after);
    see(Seen.VALUE_OF_UNMODELLED_POLICY_LOST, valueLost);
    if (lost || lostSo || valueLost) {
      regressions.add(after.key());
    }
  }

  private boolean isTouched(OraclePoint before, OraclePoint after, boolean sameLabels) {
    if (before.isCovered() != after.isCovered()) {
      return true;
    }
    Set<Meaning> old = before.fingerprint().specs();
    Set<Meaning> now = after.fingerprint().specs();
    if (after.reason().equals("default-deny")) {
      boolean grown = !old.containsAll(now) && isGrown(before, after);
      see(Seen.DENY_THAT_DOES_NOT_GROW, !old.containsAll(now) && !grown);
      return grown;
    }
    if (!sameLabels || old.equals(now)) {
      return !sameLabels;
    }
    boolean more =
        isInPlaceOfAnother(before, after)
            || mayHaveMore(before, after)
            || namesMorePorts(before, after);
    see(Seen.BARE_POINT_THAT_DECIDES_NO_MORE, !more);
    return more;
  }

  /// Whether a virtual subject is there instead of other pods.
  private boolean isInPlaceOfAnother(OraclePoint before, OraclePoint after) {
    Place old = base.places().get(before.subject());
    Place now = head.places().get(after.subject());
    return old != null && now != null && now.subject().isVirtual() && !now.isSameVirtual(old);
  }

  /// Whether a point may decide a connection that it did not decide in every order of admin
  /// policies where its policy applied; so also where its connections are not known.
  private boolean mayHaveMore(OraclePoint before, OraclePoint after) {
    Place old = base.places().get(before.subject());
    Place now = head.places().get(after.subject());
    if (old == null || now == null) {
      return true;
    }
    String direction = after.direction().equals("ingress") ? "Ingress" : "Egress";
    DecidingPoints was = new DecidingPoints(old, direction, true);
    DecidingPoints is = new DecidingPoints(now, direction, false);
    boolean decides = false;
    for (Pair pair : connections.of(old, now, direction)) {
      if (is.possibly(pair.after()).contains(after.rest())) {
        decides = true;
        if (!was.surely(pair.before()).contains(before.rest())) {
          return true;
        }
      }
    }
    return !decides;
  }

  /// Whether the policy names a port that no template declares, and did not name it before.
  private boolean namesMorePorts(OraclePoint before, OraclePoint after) {
    Place now = head.places().get(after.subject());
    if (now == null || now.subject().isVirtual() || !after.direction().equals("ingress")) {
      return false;
    }
    Set<NamedPort> declared = now.namespace().declared();
    return declared != null
        && portNames(head, after).stream()
            .anyMatch(port -> !port.isIn(declared) && !portNames(base, before).contains(port));
  }

  private static Set<OracleRule.Named> portNames(DiffSide side, OraclePoint point) {
    return side.coverage().target().policies(point.namespace()).stream()
        .filter(each -> OracleNamespace.name(each).equals(point.reason()))
        .flatMap(each -> each.ingress().stream())
        .flatMap(rule -> rule.ports().stream())
        .filter(OracleRule.Named.class::isInstance)
        .map(OracleRule.Named.class::cast)
        .collect(Collectors.toSet());
  }

  /// Whether an object that is not modelled had a logging value which it does not have any more.
  private boolean losesValue(OraclePoint before, OraclePoint after) {
    Tree had = base.object(before.reason()).at("metadata", "annotations");
    Tree has = head.object(after.reason()).at("metadata", "annotations");
    return head.keys().stream()
        .anyMatch(
            key -> {
              String value = had.get(key).text();
              return value != null && !value.equals(has.get(key).text());
            });
  }

  /// Whether a deny point may decide a connection that another point may have decided.
  private boolean isGrown(OraclePoint before, OraclePoint after) {
    Place old = base.places().get(before.subject());
    Place now = head.places().get(after.subject());
    if (old == null || now == null) {
      throw new IllegalArgumentException(after.key());
    }
    String direction = after.direction().equals("ingress") ? "Ingress" : "Egress";
    DecidingPoints was = new DecidingPoints(old, direction, false);
    DecidingPoints is = new DecidingPoints(now, direction, false);
    for (Pair pair : connections.of(old, now, direction)) {
      if (is.possibly(pair.after()).contains(after.rest())
          && was.possibly(pair.before()).stream().anyMatch(each -> !each.equals(after.rest()))) {
        return true;
      }
    }
    return false;
  }
}
