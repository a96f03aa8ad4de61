package dev.netlog.coverage;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Adds up the counts of namespaces. A cluster-scoped policy counts once, however many namespaces
/// it has points in.
final class TallySum {
  private final Map<Counter, Tally> tallies = new EnumMap<>(Counter.class);
  private final Map<String, StatusFlags> adminPolicies = new TreeMap<>();

  void add(NamespaceTallies namespace) {
    namespace.tallies().forEach((counter, tally) -> tallies.merge(counter, tally, Tally::plus));
    namespace
        .adminPolicies()
        .forEach((name, marks) -> adminPolicies.merge(name, marks, StatusFlags::with));
  }

  /// The sum for a counter.
  Tally tally(Counter counter) {
    Tally sum = tallies.getOrDefault(counter, Tally.NONE);
    if (counter == Counter.POLICY) {
      for (StatusFlags marks : adminPolicies.values()) {
        sum = marks.isEmpty() ? sum : sum.plus(marks.tally(1));
      }
    }
    return sum;
  }

  /// The marks of the cluster-scoped policies with points, by their names in reports.
  Map<String, StatusFlags> adminPolicies() {
    return adminPolicies;
  }
}
