package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the points of a target changed since its base.
final class Changes {
  private static final Change NO_CHANGE = new Change(Kind.SAME, null);

  private final Map<String, Map<String, Change>> bySubject = new HashMap<>();

  /// The kind of a change.
  enum Kind {
    SAME(0),
    /// It was covered and is not any more.
    LOST(1),
    /// It is new and not covered.
    BARE(2),
    /// It was not covered and is now.
    GAINED(3),
    /// It is new and covered.
    BORN(4),
    /// Its meaning changed, or it is uncovered for another reason.
    TOUCHED(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /// Its index in `CHANGES` of `data.js`.
    int number() {
      return number;
    }
  }

  /// @param before the point in the base, null if it is not needed
  record Change(Kind kind, @Nullable SubjectPoint before) {}

  static Changes of(@Nullable Comparison comparison) {
    Changes changes = new Changes();
    if (comparison != null) {
      changes.add(comparison.diff());
    }
    return changes;
  }

  private void add(CoverageDiff diff) {
    diff.touched().forEach(point -> put(point, new Change(Kind.TOUCHED, null)));
    for (SubjectPoint point : diff.added()) {
      Kind kind = point.status() == Status.COVERED ? Kind.BORN : Kind.BARE;
      put(point, new Change(kind, null));
    }
    diff.gained().forEach(change -> put(change.after(), new Change(Kind.GAINED, null)));
    diff.regressions()
        .forEach(change -> put(change.after(), new Change(Kind.LOST, change.before())));
  }

  private void put(SubjectPoint point, Change change) {
    bySubject
        .computeIfAbsent(point.subject(), _ -> new HashMap<>())
        .put(point.point().rest(), change);
  }

  /// The change of a point of the head.
  Change of(String subject, JudgedPoint point) {
    Map<String, Change> changes = bySubject.get(subject);
    return changes == null ? NO_CHANGE : changes.getOrDefault(point.rest(), NO_CHANGE);
  }
}
