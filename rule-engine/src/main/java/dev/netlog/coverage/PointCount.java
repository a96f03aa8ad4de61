package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.platform.Verdict;
import java.util.Map;

/// The counters that one point enters.
public final class PointCount {
  private PointCount() {}

  /// Counts a point so many times in each of its counters.
  public static void add(Map<Counter, Tally> tallies, JudgedPoint judged, long times) {
    Tally tally = judged.tally(times);
    for (Counter counter : Counter.values()) {
      if (counter.countsPoints() && counts(counter, judged)) {
        tallies.merge(counter, tally, Tally::plus);
      }
    }
  }

  /// Whether a counter of points counts a point.
  public static boolean counts(Counter counter, JudgedPoint judged) {
    Verdict verdict = judged.point().verdict();
    Direction direction = judged.point().direction();
    return switch (counter) {
      case VERDICT -> true;
      case ALLOW -> verdict == Verdict.ALLOW;
      case DENY -> verdict == Verdict.DENY;
      case INGRESS -> direction == Direction.INGRESS;
      case EGRESS -> direction == Direction.EGRESS;
      case POLICY, WORKLOAD, NAMESPACE -> false;
    };
  }

  /// Whether a gate on a counter of points counts a point: beside what the counter counts, points
  /// that may allow or deny in either direction.
  public static boolean gates(Counter counter, JudgedPoint judged) {
    return counts(counter, judged)
        || (counter.countsPoints() && judged.point().verdict() == Verdict.ANY);
  }
}
