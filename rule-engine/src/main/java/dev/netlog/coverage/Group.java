package dev.netlog.coverage;

import dev.netlog.policy.Subject;
import java.util.List;

/// Subjects of one namespace that are in the same situation, and so have the same points.
///
/// @param subjects by id
/// @param points ingress first; empty where nothing applies
public record Group(List<Subject> subjects, List<JudgedPoint> points) {
  public Group {
    subjects = List.copyOf(subjects);
    points = points instanceof PointList ? points : List.copyOf(points);
  }

  /// The subjects that were read.
  List<Subject> real() {
    return subjects.stream().filter(subject -> !subject.isVirtual()).toList();
  }
}
