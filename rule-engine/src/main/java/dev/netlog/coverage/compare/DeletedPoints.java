package dev.netlog.coverage.compare;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.model.Resource;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides whether a removed point lost one of its objects, or is not decided any more although all
/// of them exist.
final class DeletedPoints {
  private final Coverage head;
  private final Map<String, Set<String>> subjects = new HashMap<>();

  DeletedPoints(Coverage head) {
    this.head = head;
  }

  /// Whether the point's workload or one of its policies does not exist at the head.
  boolean lacks(SubjectPoint point) {
    Subject subject = point.of();
    if (subject != null && !subject.isVirtual() && !has(subject)) {
      return true;
    }
    return point.point().point().reason() instanceof Reason.UnreadText
        || policies(point).stream().anyMatch(policy -> !head.target().holds(policy.id()));
  }

  private boolean has(Subject subject) {
    Resource workload = subject.resource();
    return (workload != null && head.target().holds(workload.id()))
        || subjects.computeIfAbsent(subject.namespace(), this::subjects).contains(subject.id());
  }

  private Set<String> subjects(String name) {
    Set<String> ids = new HashSet<>();
    NamespaceCoverage namespace = head.namespace(name);
    if (namespace != null) {
      namespace.excluded().forEach(subject -> ids.add(subject.id()));
      namespace
          .groups()
          .forEach(group -> group.subjects().forEach(subject -> ids.add(subject.id())));
    }
    return ids;
  }

  private static List<Resource> policies(SubjectPoint point) {
    return switch (point.point().point().reason()) {
      case Reason.Allowing(Resource policy, _) -> List.of(policy);
      case Reason.DefaultDeny _ -> {
        List<Resource> applied = new ArrayList<>(point.point().point().applied().policies());
        applied.addAll(point.point().point().applied().possible());
        yield applied;
      }
      case Reason.AdminRule(Resource policy, _, _) -> List.of(policy);
      case Reason.NamespaceRule(Resource policy, _, _) -> List.of(policy);
      case Reason.Unmodelled(Resource policy, _) -> List.of(policy);
      case Reason.UnreadText _ -> List.of();
    };
  }
}
