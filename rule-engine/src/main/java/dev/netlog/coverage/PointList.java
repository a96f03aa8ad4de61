package dev.netlog.coverage;

import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.BiFunction;

/// The points of one group, in a few bytes each. Thousands of groups with thousands of policies
/// have millions of points, most of which differ only in the policies that apply.
///
/// Immutable; makes each point when the caller asks for it.
public final class PointList extends AbstractList<JudgedPoint> implements RandomAccess {
  private final JudgedPoint[] points;
  private final AppliedPolicies[] applied;
  private final int[] ends;

  private PointList(List<JudgedPoint> points, List<AppliedPolicies> applied, int[] ends) {
    this.points = points.toArray(new JudgedPoint[0]);
    this.applied = applied.toArray(new AppliedPolicies[0]);
    this.ends = ends;
  }

  @Override
  public JudgedPoint get(int index) {
    JudgedPoint shared = points[index];
    int run = 0;
    while (ends[run] <= index) {
      run++;
    }
    Point point = shared.point();
    Point own =
        new Point(
            point.namespace(),
            point.direction(),
            point.verdict(),
            point.reason(),
            point.windows(),
            applied[run]);
    return new JudgedPoint(own, shared.state(), shared.rest());
  }

  @Override
  public int size() {
    return points.length;
  }

  /// What the groups of a namespace have in common. Not safe for use by several threads.
  public static final class Shared {
    private final Map<Reason, List<JudgedPoint>> points = new HashMap<>();

    /// One point for all that are equal but for the applied policies.
    private JudgedPoint of(Point point, LoggingState state) {
      List<JudgedPoint> known = points.computeIfAbsent(point.reason(), _ -> new ArrayList<>(2));
      for (JudgedPoint each : known) {
        if (each.state().equals(state)
            && each.point().direction() == point.direction()
            && each.point().verdict() == point.verdict()
            && each.point().windows() == point.windows()) {
          return each;
        }
      }
      Point plain =
          new Point(
              point.namespace(),
              point.direction(),
              point.verdict(),
              point.reason(),
              point.windows(),
              AppliedPolicies.NONE);
      JudgedPoint judged = JudgedPoint.of(plain, state);
      known.add(judged);
      return judged;
    }
  }

  /// Collects the points of one group.
  public static final class Builder {
    private final Shared shared;
    private final BiFunction<Point, LoggingState, LoggingState> states;
    private final List<JudgedPoint> points = new ArrayList<>();
    private final List<AppliedPolicies> applied = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /// @param states the state to use for a point and its judgement
    public Builder(Shared shared, BiFunction<Point, LoggingState, LoggingState> states) {
      this.shared = shared;
      this.states = states;
    }

    public void add(Point point, LoggingState state) {
      if (applied.isEmpty() || !applied.getLast().equals(point.applied())) {
        applied.add(point.applied());
        ends.add(0);
      }
      points.add(shared.of(point, states.apply(point, state)));
      ends.set(ends.size() - 1, points.size());
    }

    public List<JudgedPoint> build() {
      return points.isEmpty()
          ? List.of()
          : new PointList(points, applied, ends.stream().mapToInt(i -> i).toArray());
    }
  }
}
