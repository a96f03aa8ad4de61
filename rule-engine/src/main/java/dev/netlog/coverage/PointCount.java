package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.platform.Verdict;
import java.util.Map;

/// The counters that one point enters.
final class PointCount {
  private PointCount() {}

  static void add(Map<Counter, Tally> tallies, JudgedPoint judged, Status status) {
    add(tallies, judged, status, 1);
  }

  static void add(Map<Counter, Tally> tallies, JudgedPoint judged, Status status, long times) {
    add(tallies, Counter.VERDICT, status, times);
    Verdict verdict = judged.point().verdict();
    if (verdict == Verdict.ALLOW) {
      add(tallies, Counter.ALLOW, status, times);
    } else if (verdict == Verdict.DENY) {
      add(tallies, Counter.DENY, status, times);
    }
    Direction direction = judged.point().direction();
    if (direction == Direction.INGRESS) {
      add(tallies, Counter.INGRESS, status, times);
    } else if (direction == Direction.EGRESS) {
      add(tallies, Counter.EGRESS, status, times);
    }
  }

  static void add(Map<Counter, Tally> tallies, Counter counter, Status status, long times) {
    tallies.merge(counter, Tally.NONE.plus(status, times), Tally::plus);
  }
}
