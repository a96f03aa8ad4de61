package dev.netlog.coverage.input;

import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Truth;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.Connections;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import dev.netlog.policy.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The cluster-scoped policies of a target by tier, and the stages that apply to subjects.
///
/// Many subjects share a stage, also across namespaces. Each stage is computed once. Safe for use
/// by several threads.
public final class ClusterRules {
  private final Space space;
  private final long budget;
  private final List<TierPolicies> tiers;
  private final List<ClusterPolicy> policies;
  private final int isolating;
  private final Map<StageKey, AdminStage> stages = new ConcurrentHashMap<>();

  /// @param policies the policies of the stage and of all earlier stages
  private record StageKey(List<Integer> policies, Direction direction, PortNames names) {}

  /// The policies that apply to a subject, by their index in the order.
  ///
  /// @param certain those that certainly apply
  /// @param possible those that may apply
  public record Standing(List<Integer> certain, List<Integer> possible) {}

  /// The policies of a target.
  public ClusterRules(Space space, long budget, TargetInput target) {
    this.space = space;
    this.budget = budget;
    this.tiers = PolicyOrder.of(target);
    this.policies = tiers.stream().flatMap(tier -> tier.policies().stream()).toList();
    this.isolating = target.platform().enforcement().tiers().indexOf(Tiers.NETWORK_POLICIES);
  }

  public Space space() {
    return space;
  }

  /// The tiers of the platform with their policies, in the order in which they are evaluated.
  public List<TierPolicies> tiers() {
    return tiers;
  }

  /// All policies, in the order in which they are evaluated.
  public List<AdminPolicy> policies() {
    return policies.stream().map(ClusterPolicy::policy).toList();
  }

  /// The policies that the platform installs.
  public List<AdminPolicy> installed() {
    return policies.stream().filter(ClusterPolicy::installed).map(ClusterPolicy::policy).toList();
  }

  /// The policies that the platform does not install.
  public List<AdminPolicy> idle() {
    return policies.stream()
        .filter(policy -> !policy.installed())
        .map(ClusterPolicy::policy)
        .toList();
  }

  /// The policies that apply to a subject.
  ///
  /// @param namespace the labels of its namespace
  public Standing standing(Subject subject, KnownLabels namespace) {
    List<Integer> certain = new ArrayList<>();
    List<Integer> possible = new ArrayList<>();
    for (ClusterPolicy each : policies) {
      Truth applies = each.policy().appliesTo(namespace, subject.labels());
      if (applies == Truth.TRUE) {
        certain.add(each.order());
      } else if (applies == Truth.UNKNOWN) {
        possible.add(each.order());
      }
    }
    return new Standing(certain, possible);
  }

  /// The policies that certainly apply, in order.
  public List<ClusterPolicy> certain(Standing standing) {
    return standing.certain().stream().map(policies::get).toList();
  }

  /// The policies that may or may not apply.
  public List<ClusterPolicy> possible(Standing standing) {
    return standing.possible().stream().map(policies::get).toList();
  }

  /// Whether a policy is evaluated after NetworkPolicies, and only if none isolates the subject.
  public boolean isBehind(ClusterPolicy policy) {
    return policy.tier() > isolating;
  }

  /// The stages that apply to a subject.
  public AdminStages stages(Standing standing, Direction direction, PortNames names) {
    List<AdminStage> before = new ArrayList<>();
    List<AdminStage> behind = new ArrayList<>();
    List<Integer> certain = standing.certain();
    AdminStage previous = AdminStage.EMPTY;
    int start = 0;
    while (start < certain.size()) {
      ClusterPolicy first = policies.get(certain.get(start));
      int end = start + 1;
      while (end < certain.size() && policies.get(certain.get(end)).tier() == first.tier()) {
        end++;
      }
      StageKey key = new StageKey(certain.subList(0, end), direction, names);
      previous = stage(key, start, previous);
      (isBehind(first) ? behind : before).add(previous);
      start = end;
    }
    return new AdminStages(before, behind);
  }

  private AdminStage stage(StageKey key, int start, AdminStage previous) {
    AdminStage known = stages.get(key);
    if (known != null) {
      return known;
    }
    List<ClusterPolicy> own =
        key.policies().subList(start, key.policies().size()).stream().map(policies::get).toList();
    AdminStage stage =
        AdminStage.of(
            rules(own.stream().filter(ClusterPolicy::installed), key),
            rules(own.stream().filter(policy -> !policy.installed()), key),
            previous,
            new Search(budget));
    AdminStage first =
        stages.putIfAbsent(
            new StageKey(List.copyOf(key.policies()), key.direction(), key.names()), stage);
    return first == null ? stage : first;
  }

  private List<AdminStage.Rule> rules(Stream<ClusterPolicy> some, StageKey key) {
    // A peer of an admin policy always names its namespaces.
    Connections connections = new Connections(space, "", key.direction(), key.names());
    List<AdminStage.Rule> rules = new ArrayList<>();
    some.forEach(
        each -> {
          for (AdminRule rule : each.policy().rules(key.direction())) {
            rules.add(
                new AdminStage.Rule(
                    each,
                    new Reason.AdminRule(each.policy().resource(), key.direction(), rule.index()),
                    verdict(rule),
                    connections.of(rule.connections())));
          }
        });
    return rules;
  }

  /// The verdict of a rule.
  public static Verdict verdict(AdminRule rule) {
    return switch (rule.action()) {
      case ALLOW -> Verdict.ALLOW;
      case DENY -> Verdict.DENY;
      case PASS -> Verdict.PASS;
    };
  }
}
