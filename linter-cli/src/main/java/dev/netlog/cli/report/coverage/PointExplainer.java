package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.SubjectPoint;

/// Explains why points are logged or not.
@FunctionalInterface
public interface PointExplainer {
  /// The explanation of a point.
  PointExplanation of(SubjectPoint point);
}
