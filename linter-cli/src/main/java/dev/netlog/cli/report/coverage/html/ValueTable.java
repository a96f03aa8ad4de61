package dev.netlog.cli.report.coverage.html;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers values in the order of their first use, so that the page holds each of them once.
final class ValueTable<T> {
  /// The number for a missing value.
  static final int NONE = -1;

  private final Map<T, Integer> numbers = new LinkedHashMap<>();

  /// The number of a value.
  int of(@Nullable T value) {
    if (value == null) {
      return NONE;
    }
    Integer known = numbers.putIfAbsent(value, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /// The values by number.
  Collection<T> values() {
    return Collections.unmodifiableCollection(numbers.keySet());
  }
}
