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

  /// Whether a counter of points counts a point. All of them count what may allow or deny in either
  /// direction.
  public static boolean counts(Counter counter, JudgedPoint judged) {
    Verdict verdict = judged.point().verdict();
    Direction direction = judged.point().direction();
    boolean any = verdict == Verdict.ANY;
    return switch (counter) {
      case VERDICT -> true;
      case ALLOW -> any || verdict == Verdict.ALLOW;
      case DENY -> any || verdict == Verdict.DENY;
      case INGRESS -> any || direction == Direction.INGRESS;
      case EGRESS -> any || direction == Direction.EGRESS;
      case POLICY, WORKLOAD, NAMESPACE -> false;
    };
  }
}
