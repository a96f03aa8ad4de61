package dev.netlog.coverage.compare;

import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.PointCount;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.platform.VerdictRegion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The differences between two states of a target, the base and the head.
///
/// Points are compared by the identity of their subjects and policies, never by file or line.
/// Points that no counter counts are left out.
///
/// @param added points that only the head has
/// @param removed points that only the base has
/// @param deleted the removed points that lost one of their objects; the objects of the other
///   removed points exist at the head, but give no such verdict
/// @param renamed points whose policy or workload has another name at the head; they count as
///   points of both
/// @param regressions points that are covered at the base and not at the head, with those that take
///   connections over from such a point; a point that is unknown on both sides counts if only its
///   own logging values tell
/// @param gained points that are covered at the head and not at the base
/// @param changed points of both whose state or fingerprint differs
/// @param losses the directions in which a policy of the base governed a subject, and no policy of
///   the head does
/// @param kept the counts of the base without the removed points
public record CoverageDiff(
    List<SubjectPoint> added,
    List<SubjectPoint> removed,
    List<SubjectPoint> deleted,
    List<Change> renamed,
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

    /// The connections that the point decides at the head and that had a record at the base.
    public List<VerdictRegion> lostConnections() {
      return DecidedConnections.lost(before.point(), after.point());
    }
  }

  public CoverageDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    deleted = List.copyOf(deleted);
    renamed = List.copyOf(renamed);
    regressions = List.copyOf(regressions);
    gained = List.copyOf(gained);
    changed = List.copyOf(changed);
    losses = List.copyOf(losses);
  }

  /// Compares two states.
  public static CoverageDiff between(Coverage base, Coverage head) {
    return new DiffBuilder(base, head).build();
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
    Map<String, SubjectPoint> uncovered = new TreeMap<>();
    bornBare().forEach(point -> uncovered.put(point.key(), point));
    regressions.forEach(change -> uncovered.put(change.after().key(), change.after()));
    return List.copyOf(uncovered.values());
  }

  /// New points that are not covered, without those that take over connections with a record: these
  /// are regressions.
  public List<SubjectPoint> bornBare() {
    Set<String> lost = new TreeSet<>();
    regressions.forEach(change -> lost.add(change.after().key()));
    return added.stream()
        .filter(point -> point.status() != Status.COVERED && !lost.contains(point.key()))
        .toList();
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
    return added.isEmpty()
        && removed.isEmpty()
        && changed.isEmpty()
        && regressions.isEmpty()
        && losses.isEmpty();
  }

  private static List<SubjectPoint> byKey(List<SubjectPoint> points) {
    return points.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
  }
}
