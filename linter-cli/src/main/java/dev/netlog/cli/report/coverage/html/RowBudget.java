package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.JudgedPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Chooses the points that a page lists if there are too many: first lost points and new ones that
/// are not logged, then missed ones, then unknown ones, then the rest, each in the order of the
/// report.
final class RowBudget {
  private final List<Changes> changes = new ArrayList<>();
  private final Map<Rank, Long> found = new EnumMap<>(Rank.class);
  private final Map<Rank, Long> quotas = new EnumMap<>(Rank.class);

  /// The importance of a point to a reader, highest first.
  enum Rank {
    CHANGED("lost or born bare"),
    MISSED("missed"),
    UNKNOWN("unknown"),
    OTHER("covered or not counted");

    private final String words;

    Rank(String words) {
      this.words = words;
    }

    /// The points of the rank, in words.
    String words() {
      return words;
    }

    static Rank of(Changes changes, String subject, JudgedPoint point) {
      return switch (changes.of(subject, point).kind()) {
        case LOST, BARE -> CHANGED;
        case SAME, GAINED, BORN, TOUCHED -> of(point);
      };
    }

    private static Rank of(JudgedPoint point) {
      if (!point.isCounted()) {
        return OTHER;
      }
      return switch (point.status()) {
        case MISSED, PARTIAL -> MISSED;
        case UNKNOWN -> UNKNOWN;
        case COVERED -> OTHER;
      };
    }
  }

  private RowBudget() {}

  /// The budget of a report.
  ///
  /// @param rows how many points the page may list
  static RowBudget of(CoverageReport report, long rows) {
    RowBudget budget = new RowBudget();
    for (TargetReport target : report.targets()) {
      Changes changes = Changes.of(target.comparison());
      budget.changes.add(changes);
      target
          .coverage()
          .forEach(
              (subject, _, point) ->
                  budget.found.merge(Rank.of(changes, subject, point), 1L, Long::sum));
    }
    long left = rows;
    for (Rank rank : Rank.values()) {
      long quota = Math.min(left, budget.found(rank));
      budget.quotas.put(rank, quota);
      left -= quota;
    }
    return budget;
  }

  /// The changes of a target's points.
  Changes changes(int target) {
    return changes.get(target);
  }

  /// How many points of a rank are not listed.
  long leftOut(Rank rank) {
    return found(rank) - quota(rank);
  }

  /// How many points are not listed.
  long leftOut() {
    return Arrays.stream(Rank.values()).mapToLong(this::leftOut).sum();
  }

  /// How many points are listed.
  long listed() {
    return Arrays.stream(Rank.values()).mapToLong(this::quota).sum();
  }

  /// How many points of a rank are listed.
  long quota(Rank rank) {
    return quotas.getOrDefault(rank, 0L);
  }

  private long found(Rank rank) {
    return found.getOrDefault(rank, 0L);
  }
}
