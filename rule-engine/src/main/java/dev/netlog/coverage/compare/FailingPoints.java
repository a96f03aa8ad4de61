package dev.netlog.coverage.compare;

import dev.netlog.coverage.SubjectPoint;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Iterates over the keys of the points that make a gate fail, since there may be millions.
@FunctionalInterface
public interface FailingPoints {
  /// No points.
  FailingPoints NONE = _ -> {};

  /// Passes on each key: `subject|direction|verdict|reason` of a point, or `subject:direction`.
  void forEach(Consumer<String> action);

  /// The keys of some points.
  static FailingPoints of(Collection<SubjectPoint> points) {
    List<String> keys = points.stream().map(SubjectPoint::key).toList();
    return keys::forEach;
  }
}
