package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.model.Resource;
import dev.netlog.platform.text.Phrase;
import org.jspecify.annotations.Nullable;

/// Explains why points are logged or not.
@FunctionalInterface
public interface PointExplainer {
  /// The explanation of a point.
  PointExplanation of(SubjectPoint point);

  /// A connection that had a record at the base and has none at the head; null if none is known.
  default @Nullable Phrase lost(CoverageDiff.Change change) {
    return of(change.after()).witness();
  }

  /// The place of an object; null if it is in no file.
  default PointExplanation.@Nullable At at(Resource resource) {
    return null;
  }
}
