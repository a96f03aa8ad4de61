package dev.netlog.coverage.compare;

import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.PointCount;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.CoverageDiff.Change;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares two states of a target, namespace by namespace.
final class DiffBuilder {
  private final Coverage base;
  private final Coverage head;
  private final Meanings meanings;
  private final FingerprintKeys keys;
  private final OwnLogging ownBefore;
  private final OwnLogging ownAfter;
  private final DeletedPoints gone;
  private final List<SubjectPoint> added = new ArrayList<>();
  private final List<SubjectPoint> removed = new ArrayList<>();
  private final List<SubjectPoint> deleted = new ArrayList<>();
  private final List<Change> renamed = new ArrayList<>();
  private final Map<String, Change> regressions = new TreeMap<>();
  private final List<Change> gained = new ArrayList<>();
  private final List<Change> changed = new ArrayList<>();
  private final List<LostGovernance> undecided = new ArrayList<>();
  private final Map<Counter, Tally> kept = new EnumMap<>(Counter.class);

  DiffBuilder(Coverage base, Coverage head) {
    this.base = base;
    this.head = head;
    this.meanings = new Meanings(head.target().platform());
    this.keys = new FingerprintKeys(base, head);
    this.ownBefore = new OwnLogging(base);
    this.ownAfter = new OwnLogging(head);
    this.gone = new DeletedPoints(head);
  }

  CoverageDiff build() {
    Set<String> names = new TreeSet<>();
    base.namespaces().forEach(namespace -> names.add(namespace.name()));
    head.namespaces().forEach(namespace -> names.add(namespace.name()));
    names.forEach(name -> add(name, base.namespace(name), head.namespace(name)));
    return new CoverageDiff(
        byKey(added),
        byKey(removed),
        byKey(deleted),
        sorted(renamed),
        List.copyOf(regressions.values()),
        sorted(gained),
        sorted(changed),
        losses(),
        kept);
  }

  /// The losses of governance, the whole directions first.
  private List<LostGovernance> losses() {
    List<LostGovernance> all = new ArrayList<>(GovernanceLoss.between(base, head));
    Set<String> known = new TreeSet<>();
    all.forEach(loss -> known.add(loss.pair()));
    undecided.stream().filter(loss -> !known.contains(loss.pair())).forEach(all::add);
    all.sort(Comparator.comparing(LostGovernance::pair).thenComparing(LostGovernance::before));
    return all;
  }

  private void add(
      String name, @Nullable NamespaceCoverage before, @Nullable NamespaceCoverage after) {
    if (before != null && before.equals(after)) {
      for (Counter counter : Counter.values()) {
        if (counter.countsPoints()) {
          kept.merge(counter, before.tally(counter), Tally::plus);
        }
      }
      return;
    }
    DecidedConnections connections = new DecidedConnections(meanings, before, after);
    PointChanges changes =
        new PointChanges(meanings, connections, keys.in(name), head.target().isComplete());
    comparePoints(
        points(before),
        points(after),
        changes,
        new PodSelectors(base, before),
        new PodSelectors(head, after),
        new OldVerdicts(base.target(), meanings, changes, before == null));
    compareConnections(connections, name);
    if (before != null && after != null) {
      undecided.addAll(
          new UndecidedRules(
                  base, head, point -> point.status() == Status.COVERED || wasCoveredIfKnown(point))
              .in(before, after));
    }
  }

  private void comparePoints(
      Map<String, SubjectPoint> before,
      Map<String, SubjectPoint> after,
      PointChanges changes,
      PodSelectors selectedBefore,
      PodSelectors selectedAfter,
      OldVerdicts old) {
    List<SubjectPoint> left = new ArrayList<>();
    before.forEach((key, point) -> addTo(left, point, !after.containsKey(key)));
    List<SubjectPoint> came = new ArrayList<>();
    after.forEach((key, point) -> addTo(came, point, !before.containsKey(key)));
    Map<String, SubjectPoint> pairs =
        came.isEmpty()
            ? Map.of()
            : new RenamedPoints(
                    changes, selectedBefore, selectedAfter, before.values(), byKey(left))
                .pair(byKey(came));
    Set<String> found = new TreeSet<>();
    after.forEach(
        (key, point) -> {
          SubjectPoint same = before.get(key);
          SubjectPoint other = pairs.get(key);
          if (same != null) {
            compare(same, point, changes);
          } else if (other != null) {
            found.add(other.key());
            add(other, point, changes);
          } else if (old.has(point)) {
            PointCount.add(kept, point.point(), 1);
          } else {
            added.add(point);
          }
        });
    for (SubjectPoint point : left) {
      if (!found.contains(point.key())) {
        removed.add(point);
        addTo(deleted, point, gone.lacks(point));
      }
    }
  }

  /// Adds a point that the base has by another name, or on a workload that a virtual subject stands
  /// for now. What other policies logged of that workload, the virtual subject cannot lose.
  private void add(SubjectPoint before, SubjectPoint after, PointChanges changes) {
    Subject subject = after.of();
    Subject old = before.of();
    if (subject == null || old == null || !PointChanges.standsFor(subject, old)) {
      renamed.add(compare(before, after, changes));
    } else if (before.state() instanceof LoggingState.Logged(_, boolean own)
        && !own
        && after.status() != Status.COVERED) {
      PointCount.add(kept, after.point(), 1);
    } else {
      compare(before, after, changes);
    }
  }

  private static void addTo(List<SubjectPoint> list, SubjectPoint point, boolean wanted) {
    if (wanted) {
      list.add(point);
    }
  }

  private Change compare(SubjectPoint before, SubjectPoint after, PointChanges changes) {
    PointCount.add(kept, before.point(), 1);
    Set<PointChange> what = changes.between(before, after);
    Change change = new Change(before, after, what);
    if (!what.isEmpty()) {
      changed.add(change);
    }
    boolean was = before.status() == Status.COVERED;
    boolean is = after.status() == Status.COVERED;
    if (was && !is) {
      regressions.put(after.key(), change);
    } else if (is && !was) {
      gained.add(change);
    } else if ((wasCoveredIfKnown(before.point()) && !ownAfter.covers(after.point()))
        || ownAfter.losesValue(before.point(), after.point())) {
      regress(before, after, PointChange.STATE);
    }
    return change;
  }

  /// Whether only something unknown keeps a point of the base from being covered. A point that is
  /// missed for another reason has no record to lose.
  private boolean wasCoveredIfKnown(JudgedPoint point) {
    return point.status() == Status.UNKNOWN && ownBefore.covers(point);
  }

  /// Adds points that decide connections which had a record.
  private void compareConnections(DecidedConnections connections, String name) {
    TakenOver taken =
        new TakenOver(
            connections,
            point -> point.status() == Status.COVERED,
            point -> point.status() == Status.COVERED,
            false);
    TakenOver ownTaken =
        new TakenOver(
            connections,
            this::wasCoveredIfKnown,
            point -> point.status() == Status.COVERED || ownAfter.covers(point),
            true);
    Successors.of(connections)
        .forEach(
            (after, before) -> {
              taken.of(before, after).forEach(pair -> regress(pair, before, after, name));
              if (!after.isVirtual()) {
                undecided(taken.undecided(before, after), after);
                undecided(ownTaken.undecided(before, after), after);
              }
              ownTaken.of(before, after).forEach(pair -> regress(pair, before, after, name));
            });
  }

  private void undecided(Set<Direction> directions, Subject subject) {
    for (Direction direction : directions) {
      undecided.add(new LostGovernance(subject.id(), direction, LostGovernance.Extent.SOME, ""));
    }
  }

  private void regress(TakenOver.Pair pair, Subject before, Subject after, String namespace) {
    regress(
        point(before, namespace, pair.had()),
        point(after, namespace, pair.now()),
        PointChange.CONNECTIONS);
  }

  private void regress(SubjectPoint before, SubjectPoint after, PointChange what) {
    boolean known = before.status() == Status.COVERED;
    SubjectPoint now = known ? after : ownAfter.judged(after);
    SubjectPoint had = known ? before : ownBefore.judged(before);
    regressions.putIfAbsent(after.key(), new Change(had, now, EnumSet.of(what)));
  }

  private static SubjectPoint point(Subject subject, String namespace, JudgedPoint point) {
    return new SubjectPoint(point.key(subject.id()), subject.id(), subject, namespace, point);
  }

  private static List<SubjectPoint> byKey(List<SubjectPoint> points) {
    return points.stream().sorted(Comparator.comparing(SubjectPoint::key)).toList();
  }

  private static List<Change> sorted(List<Change> changes) {
    return changes.stream().sorted(Comparator.comparing(change -> change.after().key())).toList();
  }

  /// The counted points of a namespace by key.
  private static Map<String, SubjectPoint> points(@Nullable NamespaceCoverage namespace) {
    Map<String, SubjectPoint> points = new HashMap<>();
    if (namespace != null) {
      namespace.forEach(
          (String subject, @Nullable Subject of, JudgedPoint point) -> {
            if (point.isCounted()) {
              String key = point.key(subject);
              points.put(key, new SubjectPoint(key, subject, of, namespace.name(), point));
            }
          });
    }
    return points;
  }
}
