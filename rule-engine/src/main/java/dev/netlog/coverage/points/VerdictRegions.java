package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.VerdictRegion;
import java.util.ArrayList;
import java.util.List;

/// Finds the connections of a verdict: first those that have it in every order of policies with the
/// same priority, and whichever policies apply of those that may apply.
final class VerdictRegions {
  private static final VerdictRegion NOTHING =
      new VerdictRegion(ConnectionSet.empty(), (_, _) -> new Search.Answer.None(), List::of);

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

  /// The same if it is not known whether all of the policies apply that allow some connections.
  ///
  /// @param possible connections to leave out, if all of these policies apply
  /// @param certain those that are left out in any case
  List<VerdictRegion> leftOpen(
      ConnectionSet set, List<ConnectionSet> possible, List<ConnectionSet> certain) {
    return regions(set, possible, applied.stages().last(), true, certain);
  }

  /// The connections for which an admin rule is the first match; first none, if it is not known
  /// whether a NetworkPolicy comes before the rule.
  List<VerdictRegion> of(Reason.AdminRule reason) {
    List<AdminStage> stages = new ArrayList<>(applied.stages().before());
    stages.addAll(applied.stages().behind());
    for (AdminStage stage : stages) {
      for (int i = 0; i < stage.rules().size(); i++) {
        AdminStage.Rule rule = stage.rules().get(i);
        if (rule.reason().equals(reason)) {
          List<VerdictRegion> regions =
              regions(
                  rule.set(), stage.rivals(i), stage.previous(), stage.hasTies(), stage.before(i));
          return !applied.maybe().isEmpty() && applied.stages().behind().contains(stage)
              ? List.of(NOTHING, regions.getLast())
              : regions;
        }
      }
    }
    return List.of();
  }

  /// @param surely connections to leave out, in every order
  /// @param several whether the verdict depends on an undefined order of policies, or on whether
  ///   policies apply
  /// @param first connections to leave out in the case in which the verdict has the most
  private List<VerdictRegion> regions(
      ConnectionSet set,
      List<ConnectionSet> surely,
      AdminStage before,
      boolean several,
      List<ConnectionSet> first) {
    VerdictRegion certain =
        new VerdictRegion(
            set,
            (within, hidden) -> before.surelyOpen(within, joined(surely, hidden), search()),
            () -> before.undecided(new VerdictRegion.Part(set, surely), true));
    if (!several) {
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
