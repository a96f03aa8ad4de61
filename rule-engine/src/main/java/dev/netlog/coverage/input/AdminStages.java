package dev.netlog.coverage.input;

import java.util.List;

/// The stages of cluster-scoped policies that apply to a subject in one direction.
///
/// @param before the stages before NetworkPolicies, in order
/// @param behind the stages after NetworkPolicies, for subjects that no NetworkPolicy isolates
public record AdminStages(List<AdminStage> before, List<AdminStage> behind) {
  public AdminStages {
    before = List.copyOf(before);
    behind = List.copyOf(behind);
  }

  /// The last stage before NetworkPolicies: these decide what the stages before leave undecided.
  public AdminStage last() {
    return before.isEmpty() ? AdminStage.EMPTY : before.getLast();
  }
}
