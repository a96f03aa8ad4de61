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
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The differences between two states of a target, the base and the head.
///
/// Points are compared by the identity of their subjects and policies, never by file or line.
/// Points that no counter counts are left out.
///
/// @param added points that only the head has
/// @param removed points that only the base has
/// @param deleted the removed points that lost one of their objects; the objects of the other
///   removed points exist at the head, but give no such verdict
/// @param regressions points that are covered at the base and not at the head
/// @param gained points that are covered at the head and not at the base
/// @param changed points of both whose state or fingerprint differs
/// @param losses the directions in which a policy of the base governed a subject, and no policy of
///   the head does
/// @param kept the counts of the base without the removed points
public record CoverageDiff(
    List<SubjectPoint> added,
    List<SubjectPoint> removed,
    List<SubjectPoint> deleted,
    List<Change> regressions,
    List<Change> gained,
    List<Change> changed,
    List<LostGovernance> losses,
    Map<Counter, Tally> kept) {

  /// A point of both states that changed.
  ///
  /// @param what the differences, at least one
  public record Change(SubjectPoint before, SubjectPoint after, Set<PointChange> what) {
    public Change {
      what = Collections.unmodifiableSet(what);
    }
  }

  public CoverageDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    deleted = List.copyOf(deleted);
    regressions = List.copyOf(regressions);
    gained = List.copyOf(gained);
    changed = List.copyOf(changed);
    losses = List.copyOf(losses);
  }

  /// Compares two states.
  public static CoverageDiff between(Coverage base, Coverage head) {
    Builder builder = new Builder(base, head);
    Map<String, NamespaceCoverage> bases = byName(base);
    Map<String, NamespaceCoverage> heads = byName(head);
    Set<String> names = new TreeSet<>(bases.keySet());
    names.addAll(heads.keySet());
    for (String name : names) {
      builder.add(bases.get(name), heads.get(name));
    }
    return builder.diff(GovernanceLoss.between(base, head));
  }

  private static Map<String, NamespaceCoverage> byName(Coverage coverage) {
    Map<String, NamespaceCoverage> byName = new TreeMap<>();
    coverage.namespaces().forEach(namespace -> byName.put(namespace.name(), namespace));
    return byName;
  }

  /// Removed points whose objects all exist but do not give the verdict any more.
  public List<SubjectPoint> noLongerDecided() {
    Set<String> gone = new TreeSet<>();
    deleted.forEach(point -> gone.add(point.key()));
    return removed.stream().filter(point -> !gone.contains(point.key())).toList();
  }

  /// The pairs of a subject and a direction that a policy governed and none governs any more:
  /// `edge/Deployment/api:egress`.
  public List<String> lostGovernancePairs() {
    return losses.stream().map(LostGovernance::pair).distinct().toList();
  }

  /// The same for reports, with the situation at the base.
  public List<String> lostGovernanceTexts() {
    return losses.stream().map(LostGovernance::text).distinct().toList();
  }

  /// Points that are missed or unknown, and were covered or did not exist.
  public List<SubjectPoint> newlyUncovered() {
    List<SubjectPoint> uncovered = new ArrayList<>();
    regressions.forEach(change -> uncovered.add(change.after()));
    uncovered.addAll(bornBare());
    return byKey(uncovered);
  }

  /// New points that are not covered.
  public List<SubjectPoint> bornBare() {
    return added.stream().filter(point -> point.status() != Status.COVERED).toList();
  }

  /// Points that existed, were not covered, changed and are still not covered.
  public List<Change> changedBare() {
    return changed.stream()
        .filter(change -> change.before().status() != Status.COVERED)
        .filter(change -> change.after().status() != Status.COVERED)
        .toList();
  }

  /// Points that are new, or whose state or fingerprint changed.
  public List<SubjectPoint> touched() {
    List<SubjectPoint> touched = new ArrayList<>(added);
    changed.forEach(change -> touched.add(change.after()));
    return byKey(touched);
  }

  /// Touched points that are not covered.
  public List<SubjectPoint> touchedBare() {
    return touched().stream().filter(point -> point.status() != Status.COVERED).toList();
  }

  /// The count of new and changed points.
  public Tally patch() {
    return patch(Counter.VERDICT);
  }

  /// The same for one counter.
  ///
  /// @param counter one that counts points
  public Tally patch(Counter counter) {
    Tally tally = Tally.NONE;
    for (SubjectPoint point : touched()) {
      if (PointCount.counts(counter, point.point())) {
        tally = tally.plus(point.point().tally(1));
      }
    }
    return tally;
  }

  /// Whether nothing changed.
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && losses.isEmpty();
  }

  private static List<SubjectPoint> byKey(List<SubjectPoint> points) {
    return points.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
  }

  private static final class Builder {
    private final PointChanges changes;
    private final DeletedPoints gone;
    private final List<SubjectPoint> added = new ArrayList<>();
    private final List<SubjectPoint> removed = new ArrayList<>();
    private final List<SubjectPoint> deleted = new ArrayList<>();
    private final List<Change> regressions = new ArrayList<>();
    private final List<Change> gained = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final Map<Counter, Tally> kept = new EnumMap<>(Counter.class);

    Builder(Coverage base, Coverage head) {
      Set<String> keys = new TreeSet<>(base.target().selectorKeys());
      keys.addAll(head.target().selectorKeys());
      changes = new PointChanges(keys);
      gone = new DeletedPoints(head);
    }

    void add(@Nullable NamespaceCoverage base, @Nullable NamespaceCoverage head) {
      if (base != null && base.equals(head)) {
        for (Counter counter : Counter.values()) {
          if (counter.countsPoints()) {
            kept.merge(counter, base.tally(counter), Tally::plus);
          }
        }
        return;
      }
      Map<String, SubjectPoint> before = points(base);
      Map<String, SubjectPoint> after = points(head);
      before.forEach(
          (key, point) -> {
            if (!after.containsKey(key)) {
              removed.add(point);
              if (gone.lacks(point)) {
                deleted.add(point);
              }
            }
          });
      after.forEach((key, point) -> compare(before.get(key), point));
    }

    private void compare(@Nullable SubjectPoint before, SubjectPoint after) {
      if (before == null) {
        added.add(after);
        return;
      }
      PointCount.add(kept, before.point(), 1);
      Set<PointChange> what = changes.between(before, after);
      if (what.isEmpty()) {
        return;
      }
      Change change = new Change(before, after, what);
      changed.add(change);
      boolean was = before.status() == Status.COVERED;
      boolean is = after.status() == Status.COVERED;
      if (was && !is) {
        regressions.add(change);
      } else if (is && !was) {
        gained.add(change);
      }
    }

    CoverageDiff diff(List<LostGovernance> losses) {
      return new CoverageDiff(
          byKey(added),
          byKey(removed),
          byKey(deleted),
          sorted(regressions),
          sorted(gained),
          sorted(changed),
          losses,
          kept);
    }

    private static List<Change> sorted(List<Change> changes) {
      return changes.stream().sorted((a, b) -> a.after().key().compareTo(b.after().key())).toList();
    }
  }

  private static Map<String, SubjectPoint> points(@Nullable NamespaceCoverage namespace) {
    if (namespace == null) {
      return Map.of();
    }
    Map<String, SubjectPoint> points = new HashMap<>();
    namespace.forEach(
        (String subject, @Nullable Subject of, JudgedPoint point) -> {
          if (point.isCounted()) {
            String key = point.key(subject);
            points.put(key, new SubjectPoint(key, subject, of, namespace.name(), point));
          }
        });
    return points;
  }
}
