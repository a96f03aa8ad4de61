package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff.Change;
import dev.netlog.coverage.compare.PointChange;
import dev.netlog.model.Resource;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Groups points that are reported together.
public final class PointEntries {
  /// The maximum number of subjects that an entry names; more are counted.
  static final int SUBJECTS = 10;

  /// The maximum number of policies that an entry names; more are counted.
  static final int POLICIES = 50;

  /// The common properties of the points of one entry.
  ///
  /// @param was the cause in the base, empty without one
  /// @param what the change since the base, empty without one
  private record Key(
      String namespace, String rest, LoggingState state, String was, Set<PointChange> what) {}

  private static final class Builder {
    private final @Nullable SubjectPoint before;
    private final Set<PointChange> what;
    private SubjectPoint first;
    private final TreeSet<String> subjects = new TreeSet<>();
    private final TreeSet<String> policies = new TreeSet<>();
    private @Nullable AppliedPolicies applied;
    private long count;

    Builder(@Nullable SubjectPoint before, Set<PointChange> what, SubjectPoint first) {
      this.before = before;
      this.what = what;
      this.first = first;
    }

    /// Adds points that differ in their subjects only.
    ///
    /// @param point the first one by key
    /// @param ids the ids of the subjects to show
    /// @param points the number of points
    void add(SubjectPoint point, List<String> ids, int points) {
      if (point.key().compareTo(first.key()) < 0) {
        first = point;
      }
      add(point.point(), ids, points);
    }

    /// @param ids sorted
    private void add(JudgedPoint point, List<String> ids, int points) {
      count += points;
      for (String id : ids) {
        if (subjects.size() == SUBJECTS && subjects.getLast().compareTo(id) <= 0) {
          break;
        }
        subjects.add(id);
        if (subjects.size() > SUBJECTS) {
          subjects.removeLast();
        }
      }
      policies(point.point());
    }

    /// Adds the points of a group, whose keys differ only in the subject.
    void add(Group group, String namespace, List<String> ids, JudgedPoint point) {
      Subject lead = group.subjects().getFirst();
      if (lead.id().compareTo(first.subject()) < 0) {
        first = subjectPoint(namespace, lead.id(), lead, point);
      }
      add(point, ids, group.subjects().size());
    }

    /// All subjects of a group have the same policies, so they are collected once.
    private void policies(Point point) {
      if (point.reason() instanceof Reason.DefaultDeny && !point.applied().equals(applied)) {
        applied = point.applied();
        point.applied().policies().forEach(this::policy);
        point.applied().possible().forEach(this::policy);
      }
    }

    private void policy(Resource policy) {
      policies.add(Names.full(policy));
    }

    Entry entry() {
      return new Entry(
          before,
          what,
          first,
          new ShortList(List.copyOf(subjects), count),
          ShortList.of(List.copyOf(policies), POLICIES));
    }
  }

  private final Map<Key, Builder> builders = new LinkedHashMap<>();

  private PointEntries() {}

  /// The counted points of a namespace that have a status, by cause and origin.
  public static List<Entry> of(NamespaceCoverage namespace, Status status) {
    PointEntries entries = new PointEntries();
    for (Group group : namespace.groups()) {
      List<String> ids =
          group.subjects().stream().map(Subject::id).sorted().limit(SUBJECTS).toList();
      for (JudgedPoint point : group.points()) {
        if (point.isCounted() && point.status() == status) {
          entries.add(namespace.name(), group, ids, point);
        }
      }
    }
    for (JudgedPoint point : namespace.own()) {
      if (point.isCounted() && point.status() == status) {
        entries.add(
            null, Set.of(), subjectPoint(namespace.name(), namespace.ownSubject(), null, point));
      }
    }
    return entries.byCause();
  }

  /// Groups points, in the order of the first key of each entry.
  ///
  /// @param points by key
  public static List<Entry> of(List<SubjectPoint> points) {
    PointEntries entries = new PointEntries();
    points.forEach(point -> entries.add(null, Set.of(), point));
    return entries.list();
  }

  /// Groups changed points with their earlier state, in the order of the first key of each entry.
  ///
  /// @param changes by key
  public static List<Entry> ofChanges(List<Change> changes) {
    PointEntries entries = new PointEntries();
    changes.forEach(change -> entries.add(change.before(), change.what(), change.after()));
    return entries.list();
  }

  /// The number of points in some entries.
  public static long count(List<Entry> entries) {
    return entries.stream().mapToLong(Entry::count).sum();
  }

  private void add(@Nullable SubjectPoint before, Set<PointChange> what, SubjectPoint point) {
    builder(before, what, point).add(point, List.of(point.subject()), 1);
  }

  /// Creates points only for subjects that are shown: there may be millions.
  private void add(String namespace, Group group, List<String> ids, JudgedPoint point) {
    Key key = new Key(namespace, point.rest(), point.state(), "", Set.of());
    Builder builder = builders.get(key);
    if (builder == null) {
      Subject lead = group.subjects().getFirst();
      builder = new Builder(null, Set.of(), subjectPoint(namespace, lead.id(), lead, point));
      builders.put(key, builder);
    }
    builder.add(group, namespace, ids, point);
  }

  private Builder builder(
      @Nullable SubjectPoint before, Set<PointChange> what, SubjectPoint point) {
    Key key =
        new Key(
            point.namespace(),
            point.point().rest(),
            point.state(),
            before == null ? "" : before.state().causeCode(),
            what);
    return builders.computeIfAbsent(key, _ -> new Builder(before, what, point));
  }

  private static SubjectPoint subjectPoint(
      String namespace, String id, @Nullable Subject subject, JudgedPoint point) {
    return new SubjectPoint(point.key(id), id, subject, namespace, point);
  }

  private List<Entry> list() {
    return builders.values().stream().map(Builder::entry).toList();
  }

  private List<Entry> byCause() {
    List<Entry> entries = new ArrayList<>(list());
    entries.sort(
        (a, b) -> {
          int order = a.cause().compareTo(b.cause());
          return order == 0 ? a.first().point().rest().compareTo(b.first().point().rest()) : order;
        });
    return entries;
  }
}
