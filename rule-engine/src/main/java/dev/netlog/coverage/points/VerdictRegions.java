package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.VerdictRegion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says where the connections of a verdict are: first those that have it in whatever order policies
/// of one priority are asked.
final class VerdictRegions {
  private final ApplicablePolicies applied;

  VerdictRegions(ApplicablePolicies applied) {
    this.applied = applied;
  }

  /// The connections of a set that are left open before NetworkPolicies.
  ///
  /// @param others connections that do not count
  List<VerdictRegion> leftOpen(ConnectionSet set, List<ConnectionSet> others) {
    return regions(set, others, applied.before(), applied.before().hasTies(), others);
  }

  /// The connections that an admin rule is the first to match.
  List<VerdictRegion> of(Reason.AdminRule reason) {
    for (AdminStage stage : List.of(applied.before(), applied.behind())) {
      for (int i = 0; i < stage.rules().size(); i++) {
        AdminStage.Rule rule = stage.rules().get(i);
        if (rule.reason().equals(reason)) {
          AdminStage before = rule.policy().policy().baseline() ? applied.before() : null;
          boolean ties = stage.hasTies() || (before != null && before.hasTies());
          return regions(rule.set(), stage.rivals(i), before, ties, stage.before(i));
        }
      }
    }
    return List.of();
  }

  /// @param surely connections that do not count, whatever the order
  /// @param ties whether the order of some policies is open
  /// @param first connections that do not count if the policy in question is the first of its
  ///   priority
  private List<VerdictRegion> regions(
      ConnectionSet set,
      List<ConnectionSet> surely,
      @Nullable AdminStage before,
      boolean ties,
      List<ConnectionSet> first) {
    VerdictRegion certain =
        new VerdictRegion(
            set,
            (within, hidden) -> {
              List<ConnectionSet> all = joined(surely, hidden);
              return before == null
                  ? search().uncovered(within, all)
                  : before.surelyOpen(within, all, search());
            });
    if (!ties) {
      return List.of(certain);
    }
    VerdictRegion possible =
        new VerdictRegion(
            set,
            (within, hidden) -> {
              List<ConnectionSet> all = joined(first, hidden);
              return before == null
                  ? search().uncovered(within, all)
                  : before.open(within, all, search());
            });
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
