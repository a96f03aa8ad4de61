package dev.netlog.coverage;

import java.util.Map;

/// The counts of one namespace.
///
/// @param tallies its tallies; for policies only those of the namespace itself
/// @param adminPolicies the marks of cluster-scoped policies with points in it, by their names in
///   reports
public record NamespaceTallies(
    Map<Counter, Tally> tallies, Map<String, StatusFlags> adminPolicies) {
  /// The count of a counter.
  Tally tally(Counter counter) {
    return tallies.getOrDefault(counter, Tally.NONE);
  }
}
