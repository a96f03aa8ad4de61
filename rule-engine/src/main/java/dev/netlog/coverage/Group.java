package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.policy.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Subjects of one namespace that are in the same situation, and so have the same points.
///
/// @param subjects by id
/// @param points ingress first; empty where nothing applies
/// @param decided the directions in which every connection certainly has a verdict
public record Group(List<Subject> subjects, List<JudgedPoint> points, Set<Direction> decided) {
  public Group {
    subjects = List.copyOf(subjects);
    decided = Set.copyOf(decided);
    points = points instanceof PointList ? points : List.copyOf(points);
  }

  /// The directions in which a policy gives a verdict.
  public Set<Direction> governed() {
    return governed(points);
  }

  /// The directions in which some of these points give a verdict.
  public static Set<Direction> governed(List<JudgedPoint> points) {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    for (JudgedPoint point : points) {
      Direction direction = point.point().direction();
      if (point.isCounted() && direction != null) {
        directions.add(direction);
      }
    }
    return directions;
  }

  /// The subjects that were read.
  public List<Subject> real() {
    return subjects.stream().filter(subject -> !subject.isVirtual()).toList();
  }
}
