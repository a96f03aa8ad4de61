package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the directions of workloads that a policy governed at the base of a change and none does
/// at its head.
///
/// A workload that has gone to the node's network is out of reach of all policies. A direction with
/// points that stay because their policy cannot be read is still governed.
final class GovernanceLoss {
  private GovernanceLoss() {}

  /// The pairs, for subjects in both: `edge/Deployment/api:egress`.
  static List<String> between(NamespaceCoverage base, NamespaceCoverage head) {
    Map<String, Set<Direction>> before = governed(base);
    Map<String, Set<Direction>> after = governed(head);
    List<String> lost = new ArrayList<>();
    before.forEach(
        (subject, directions) -> {
          Set<Direction> left = after.getOrDefault(subject, directions);
          for (Direction direction : directions) {
            if (!left.contains(direction)) {
              lost.add(subject + ":" + direction.word());
            }
          }
        });
    return lost;
  }

  /// The governed directions of each subject that was read.
  private static Map<String, Set<Direction>> governed(NamespaceCoverage namespace) {
    Map<String, Set<Direction>> governed = new HashMap<>();
    namespace
        .excluded()
        .forEach(subject -> governed.put(subject.id(), EnumSet.noneOf(Direction.class)));
    for (Group group : namespace.groups()) {
      Set<Direction> directions = EnumSet.noneOf(Direction.class);
      for (JudgedPoint point : group.points()) {
        Direction direction = point.point().direction();
        if (point.isCounted() && direction != null) {
          directions.add(direction);
        }
      }
      for (Subject subject : group.subjects()) {
        if (!subject.isVirtual()) {
          governed.computeIfAbsent(subject.id(), _ -> EnumSet.noneOf(Direction.class));
          governed.get(subject.id()).addAll(directions);
        }
      }
    }
    return governed;
  }
}
