package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What changed between two states of a target, by the identity of subjects and policies, never by
/// file or line.
///
/// Points that are not counted are left out.
///
/// @param added points that are new
/// @param removed points that are gone
/// @param regressions points that were covered and are no longer, as they were and as they are
/// @param gained points that were not covered and now are
/// @param touched points that are new, or whose state or meaning changed
/// @param governanceLost the pairs of a subject and a direction that a policy governed and none
///   does any more, for subjects in both: `edge/Deployment/api:egress`
/// @param kept the base's counts without the points that are gone
public record CoverageDiff(
    List<SubjectPoint> added,
    List<SubjectPoint> removed,
    List<Change> regressions,
    List<Change> gained,
    List<SubjectPoint> touched,
    List<String> governanceLost,
    Map<Counter, Tally> kept) {

  /// A point before and after.
  public record Change(SubjectPoint before, SubjectPoint after) {}

  public CoverageDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    regressions = List.copyOf(regressions);
    gained = List.copyOf(gained);
    touched = List.copyOf(touched);
    governanceLost = List.copyOf(governanceLost);
  }

  /// Compares two states.
  public static CoverageDiff between(Coverage base, Coverage head) {
    Builder builder = new Builder();
    Map<String, NamespaceCoverage> bases = byName(base);
    Map<String, NamespaceCoverage> heads = byName(head);
    Set<String> names = new TreeSet<>(bases.keySet());
    names.addAll(heads.keySet());
    for (String name : names) {
      builder.add(bases.get(name), heads.get(name));
    }
    return builder.diff();
  }

  private static Map<String, NamespaceCoverage> byName(Coverage coverage) {
    Map<String, NamespaceCoverage> byName = new TreeMap<>();
    coverage.namespaces().forEach(namespace -> byName.put(namespace.name(), namespace));
    return byName;
  }

  /// Points that are missed or unknown and were covered or not there.
  public List<SubjectPoint> newlyUncovered() {
    List<SubjectPoint> uncovered = new ArrayList<>();
    regressions.forEach(change -> uncovered.add(change.after()));
    uncovered.addAll(bornBare());
    uncovered.sort((a, b) -> a.key().compareTo(b.key()));
    return uncovered;
  }

  /// New points that are not covered.
  public List<SubjectPoint> bornBare() {
    return added.stream().filter(point -> point.status() != Status.COVERED).toList();
  }

  /// The count of the touched points.
  public Tally patch() {
    Tally tally = Tally.NONE;
    for (SubjectPoint point : touched) {
      tally = tally.plus(point.status(), 1);
    }
    return tally;
  }

  /// Whether nothing changed.
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && touched.isEmpty() && governanceLost.isEmpty();
  }

  private static final class Builder {
    private final List<SubjectPoint> added = new ArrayList<>();
    private final List<SubjectPoint> removed = new ArrayList<>();
    private final List<Change> regressions = new ArrayList<>();
    private final List<Change> gained = new ArrayList<>();
    private final List<SubjectPoint> touched = new ArrayList<>();
    private final List<String> governanceLost = new ArrayList<>();
    private final Map<Counter, Tally> kept = new EnumMap<>(Counter.class);

    // A namespace that is the same in both is one object: the engine works it out once.
    @SuppressWarnings("ReferenceEquality")
    void add(@Nullable NamespaceCoverage base, @Nullable NamespaceCoverage head) {
      if (base != null && base == head) {
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
            }
          });
      after.forEach((key, point) -> compare(before.get(key), point));
      governance(base, head);
    }

    private void compare(@Nullable SubjectPoint before, SubjectPoint after) {
      if (before == null) {
        added.add(after);
        touched.add(after);
        return;
      }
      PointCount.add(kept, before.point(), before.status());
      boolean was = before.status() == Status.COVERED;
      boolean is = after.status() == Status.COVERED;
      if (was && !is) {
        regressions.add(new Change(before, after));
      } else if (is && !was) {
        gained.add(new Change(before, after));
      }
      if (before.status() != after.status() || Meaning.changed(before, after)) {
        touched.add(after);
      }
    }

    private void governance(@Nullable NamespaceCoverage base, @Nullable NamespaceCoverage head) {
      if (base == null || head == null) {
        return;
      }
      Set<String> subjects = new HashSet<>();
      Set<String> open = new HashSet<>();
      base.groups().forEach(group -> group.subjects().forEach(s -> subjects.add(s.id())));
      base.ungoverned().forEach((s, all) -> all.forEach(d -> open.add(s.id() + ":" + d.word())));
      for (Map.Entry<Subject, Set<Direction>> entry : head.ungoverned().entrySet()) {
        String subject = entry.getKey().id();
        for (var direction : entry.getValue()) {
          String pair = subject + ":" + direction.word();
          if (subjects.contains(subject) && !open.contains(pair)) {
            governanceLost.add(pair);
          }
        }
      }
    }

    CoverageDiff diff() {
      added.sort((a, b) -> a.key().compareTo(b.key()));
      removed.sort((a, b) -> a.key().compareTo(b.key()));
      touched.sort((a, b) -> a.key().compareTo(b.key()));
      regressions.sort((a, b) -> a.after().key().compareTo(b.after().key()));
      gained.sort((a, b) -> a.after().key().compareTo(b.after().key()));
      governanceLost.sort(null);
      return new CoverageDiff(added, removed, regressions, gained, touched, governanceLost, kept);
    }
  }

  private static Map<String, SubjectPoint> points(@Nullable NamespaceCoverage namespace) {
    if (namespace == null) {
      return Map.of();
    }
    Map<String, SubjectPoint> points = new HashMap<>();
    namespace.forEach(
        (subject, of, point) -> {
          if (point.isCounted()) {
            String key = point.key(subject);
            points.put(key, new SubjectPoint(key, subject, of, namespace.name(), point));
          }
        });
    return points;
  }
}
