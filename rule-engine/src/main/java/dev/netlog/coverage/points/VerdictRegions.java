package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.VerdictRegion;
import java.util.ArrayList;
import java.util.List;

/// Finds the connections of a verdict: first those that have it in every order of policies with the
/// same priority.
final class VerdictRegions {
  private final ApplicablePolicies applied;

  VerdictRegions(ApplicablePolicies applied) {
    this.applied = applied;
  }

  /// The connections of a set that no tier before NetworkPolicies decides.
  ///
  /// @param others connections to leave out
  List<VerdictRegion> leftOpen(ConnectionSet set, List<ConnectionSet> others) {
    return regions(set, others, applied.stages().last(), applied.stages().last().hasTies(), others);
  }

  /// The connections for which an admin rule is the first match.
  List<VerdictRegion> of(Reason.AdminRule reason) {
    List<AdminStage> stages = new ArrayList<>(applied.stages().before());
    stages.addAll(applied.stages().behind());
    for (AdminStage stage : stages) {
      for (int i = 0; i < stage.rules().size(); i++) {
        AdminStage.Rule rule = stage.rules().get(i);
        if (rule.reason().equals(reason)) {
          return regions(
              rule.set(), stage.rivals(i), stage.previous(), stage.hasTies(), stage.before(i));
        }
      }
    }
    return List.of();
  }

  /// @param surely connections to leave out, in every order
  /// @param ties whether the order of some policies is undefined
  /// @param first connections to leave out if the policy is the first of its priority
  private List<VerdictRegion> regions(
      ConnectionSet set,
      List<ConnectionSet> surely,
      AdminStage before,
      boolean ties,
      List<ConnectionSet> first) {
    VerdictRegion certain =
        new VerdictRegion(
            set,
            (within, hidden) -> before.surelyOpen(within, joined(surely, hidden), search()),
            () -> before.undecided(new VerdictRegion.Part(set, surely), true));
    if (!ties) {
      return List.of(certain);
    }
    VerdictRegion possible =
        new VerdictRegion(
            set,
            (within, hidden) -> before.open(within, joined(first, hidden), search()),
            () -> before.undecided(new VerdictRegion.Part(set, first), false));
    return List.of(certain, possible);
  }

  private Search search() {
    return applied.namespace().questions().search();
  }

  private static List<ConnectionSet> joined(List<ConnectionSet> some, List<ConnectionSet> others) {
    List<ConnectionSet> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
