package dev.netlog.coverage.input;

import java.util.List;

/// The stages of cluster-scoped policies that a subject meets in one direction.
///
/// @param before those before NetworkPolicies, in order
/// @param behind those behind them, for subjects that no NetworkPolicy isolates
public record AdminStages(List<AdminStage> before, List<AdminStage> behind) {
  public AdminStages {
    before = List.copyOf(before);
    behind = List.copyOf(behind);
  }

  /// The last stage before NetworkPolicies: what it and those before it leave open comes to them.
  public AdminStage last() {
    return before.isEmpty() ? AdminStage.EMPTY : before.getLast();
  }
}
