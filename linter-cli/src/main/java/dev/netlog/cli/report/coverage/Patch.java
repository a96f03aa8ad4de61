package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Counter;
import dev.netlog.coverage.CoverageDiff;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.network.Direction;
import dev.netlog.platform.Verdict;

/// The count of what a change touches, also by verdict and direction.
final class Patch {
  private Patch() {}

  /// The touched points that a counter counts.
  ///
  /// @param counter one that counts points
  static Tally of(CoverageDiff diff, Counter counter) {
    Tally tally = Tally.NONE;
    for (SubjectPoint point : diff.touched()) {
      if (counts(counter, point)) {
        tally = tally.plus(point.status(), 1);
      }
    }
    return tally;
  }

  private static boolean counts(Counter counter, SubjectPoint point) {
    return switch (counter) {
      case VERDICT -> true;
      case ALLOW -> point.point().point().verdict() == Verdict.ALLOW;
      case DENY -> point.point().point().verdict() == Verdict.DENY;
      case INGRESS -> point.direction() == Direction.INGRESS;
      case EGRESS -> point.direction() == Direction.EGRESS;
      case POLICY, WORKLOAD, NAMESPACE ->
          throw new IllegalArgumentException(counter + " counts no points");
    };
  }
}
