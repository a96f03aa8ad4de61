package dev.netlog.coverage.points;

import dev.netlog.coverage.input.ClusterPolicy;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.ClusterRules.Standing;
import dev.netlog.network.Direction;
import dev.netlog.network.Selector;
import dev.netlog.policy.AdminPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// The policies that apply to subjects in one situation and direction, as the policy that is judged
/// sees them.
///
/// On a workload of the input each policy sees all others. A virtual subject has the smallest set
/// of labels of a selector, but stands for all pods that match it. So a policy only sees the
/// policies that select each pod that it selects itself: all others may not apply to such a pod.
final class PolicyViews {
  private final Situation situation;
  private final NamespacePolicies policies;
  private final ClusterRules cluster;
  private final Direction direction;
  private final ApplicablePolicies all;
  private final Map<Scope, ApplicablePolicies> byScope = new HashMap<>();
  private final Map<Situation, ApplicablePolicies> bySituation = new HashMap<>();

  /// The pods that a policy selects.
  ///
  /// @param namespaces their namespaces; everything if only one namespace is concerned
  private record Scope(Selector namespaces, Selector pods) {
    boolean isIn(Scope other) {
      return namespaces.implies(other.namespaces) && pods.implies(other.pods);
    }
  }

  PolicyViews(
      Situation situation, NamespacePolicies policies, ClusterRules cluster, Direction direction) {
    this.situation = situation;
    this.policies = policies;
    this.cluster = cluster;
    this.direction = direction;
    this.all = situation.applied(policies, cluster, direction);
  }

  /// All policies that apply.
  ApplicablePolicies all() {
    return all;
  }

  /// Whether the subjects are workloads of the input.
  boolean isReal() {
    return situation.givers() == null;
  }

  /// The policies that a NetworkPolicy sees.
  ApplicablePolicies of(int policy) {
    return isReal() ? all : of(scope(policy));
  }

  /// The policies that a cluster-scoped policy sees.
  ApplicablePolicies of(ClusterPolicy policy) {
    return isReal() ? all : of(scope(policy.policy()));
  }

  private ApplicablePolicies of(Scope scope) {
    return byScope.computeIfAbsent(
        scope,
        _ -> {
          Situation seen =
              new Situation(
                  filtered(situation.certain(), policy -> scope.isIn(scope(policy))),
                  filtered(situation.possible(), policy -> scope.isIn(scope(policy))),
                  new Standing(
                      cluster.certain(situation.standing()).stream()
                          .filter(policy -> scope.isIn(scope(policy.policy())))
                          .map(ClusterPolicy::order)
                          .toList(),
                      List.of()),
                  situation.names(),
                  situation.windows(),
                  situation.transformed(),
                  null);
          return bySituation.computeIfAbsent(seen, _ -> seen.applied(policies, cluster, direction));
        });
  }

  private static BitSet filtered(BitSet some, IntPredicate wanted) {
    BitSet filtered = new BitSet();
    some.stream().filter(wanted).forEach(filtered::set);
    return filtered;
  }

  private Scope scope(int policy) {
    return new Scope(Selector.everything(), policies.get(policy).selector());
  }

  private Scope scope(AdminPolicy policy) {
    Situation.Givers givers = situation.givers();
    boolean anywhere = givers != null && givers.anywhere();
    return new Scope(anywhere ? policy.namespaces() : Selector.everything(), policy.pods());
  }

  /// Whether NetworkPolicies certainly isolate the subjects, so that a cluster-scoped policy behind
  /// them is not evaluated.
  boolean isolateFrom(ClusterPolicy policy) {
    if (!of(policy).certain().isEmpty()) {
      return true;
    }
    // A policy that selects all pods of all givers isolates them, whatever the other one selects.
    List<ApplicablePolicies> givers = new ArrayList<>(givers());
    adminGivers().forEach(each -> givers.add(of(each)));
    BitSet common = (BitSet) all.certain().clone();
    givers.forEach(each -> common.and(each.certain()));
    return !common.isEmpty();
  }

  /// The policies that those see which the subjects are assumed for: of NetworkPolicies if there
  /// are any, else of cluster-scoped ones.
  Set<ApplicablePolicies> givers() {
    Set<ApplicablePolicies> views = new LinkedHashSet<>();
    Situation.Givers givers = situation.givers();
    if (givers != null) {
      givers.policies().stream().forEach(policy -> views.add(of(policy)));
      if (views.isEmpty()) {
        adminGivers().forEach(each -> views.add(of(each)));
      }
    }
    return views;
  }

  private List<ClusterPolicy> adminGivers() {
    Situation.Givers givers = situation.givers();
    return givers == null ? List.of() : cluster.certain(new Standing(givers.admins(), List.of()));
  }

  /// The policies of several views.
  ApplicablePolicies union(List<ApplicablePolicies> views) {
    if (views.size() == 1) {
      return views.getFirst();
    }
    BitSet certain = new BitSet();
    views.forEach(view -> certain.or(view.certain()));
    return new ApplicablePolicies(
        policies, direction, situation.names(), views.getFirst().stages(), certain, new BitSet());
  }
}
