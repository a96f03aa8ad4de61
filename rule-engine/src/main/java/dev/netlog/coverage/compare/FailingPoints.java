package dev.netlog.coverage.compare;

import dev.netlog.coverage.SubjectPoint;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// The keys of the points that make a gate fail, one after the other, since there may be millions.
@FunctionalInterface
public interface FailingPoints {
  /// Nothing does.
  FailingPoints NONE = _ -> {};

  /// Shows each key: `subject|direction|verdict|reason` of a point, or `subject:direction`.
  void forEach(Consumer<String> action);

  /// Some points.
  static FailingPoints of(Collection<SubjectPoint> points) {
    List<String> keys = points.stream().map(SubjectPoint::key).toList();
    return keys::forEach;
  }
}
