package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.SubjectPoint;

/// Tells all there is to know of a point.
@FunctionalInterface
public interface PointExplainer {
  /// The story of a point.
  PointExplanation of(SubjectPoint point);
}
