package dev.netlog.coverage.input;

import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Search;
import dev.netlog.network.Truth;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.Connections;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The cluster-scoped policies, and the stages they make for subjects.
///
/// Many subjects share a stage, whatever their namespace; each is worked out once. Safe for use by
/// several threads.
public final class ClusterRules {
  private final Space space;
  private final long budget;
  private final List<ClusterPolicy> policies = new ArrayList<>();
  private final Map<StageKey, AdminStage> stages = new ConcurrentHashMap<>();

  private record StageKey(
      List<Integer> admins, List<Integer> baselines, Direction direction, PortNames names) {}

  /// The policies that apply to a subject.
  ///
  /// @param admins surely, by their places in the order
  /// @param baselines the same for the baseline
  /// @param possible those of which it is not known
  public record Standing(List<Integer> admins, List<Integer> baselines, List<Integer> possible) {}

  /// The policies of a target.
  public ClusterRules(Space space, long budget, TargetInput target) {
    this.space = space;
    this.budget = budget;
    target.adminPolicies().stream()
        .filter(policy -> !policy.baseline())
        .sorted(ClusterRules::byPriority)
        .forEach(policy -> add(policy, target.platform()));
    target.adminPolicies().stream()
        .filter(AdminPolicy::baseline)
        .filter(policy -> policy.name().equals(AdminPolicy.BASELINE_NAME))
        .forEach(policy -> add(policy, target.platform()));
  }

  private void add(AdminPolicy policy, Platform platform) {
    boolean installed = platform.notProgrammed(policy.resource()) == null;
    policies.add(new ClusterPolicy(policies.size(), policy, installed));
  }

  private static int byPriority(AdminPolicy one, AdminPolicy other) {
    int order = Integer.compare(one.priority(), other.priority());
    return order == 0 ? one.name().compareTo(other.name()) : order;
  }

  public Space space() {
    return space;
  }

  /// All policies, in the order in which they are asked.
  public List<AdminPolicy> policies() {
    return policies.stream().map(ClusterPolicy::policy).toList();
  }

  /// Those that the platform installs.
  public List<AdminPolicy> installed() {
    return policies.stream().filter(ClusterPolicy::installed).map(ClusterPolicy::policy).toList();
  }

  /// Those that it does not install.
  public List<AdminPolicy> idle() {
    return policies.stream()
        .filter(policy -> !policy.installed())
        .map(ClusterPolicy::policy)
        .toList();
  }

  /// The policies of which it is not known whether they apply.
  public List<ClusterPolicy> possible(Standing standing) {
    return standing.possible().stream().map(policies::get).toList();
  }

  /// What applies to a subject.
  ///
  /// @param namespace the labels of its namespace
  public Standing standing(Subject subject, KnownLabels namespace) {
    List<Integer> admins = new ArrayList<>();
    List<Integer> baselines = new ArrayList<>();
    List<Integer> possible = new ArrayList<>();
    for (ClusterPolicy each : policies) {
      Truth applies = each.policy().appliesTo(namespace, subject.labels());
      if (applies == Truth.TRUE) {
        (each.policy().baseline() ? baselines : admins).add(each.order());
      } else if (applies == Truth.UNKNOWN) {
        possible.add(each.order());
      }
    }
    return new Standing(admins, baselines, possible);
  }

  /// The stage before NetworkPolicies.
  public AdminStage before(Standing standing, Direction direction, PortNames names) {
    return standing.admins().isEmpty()
        ? AdminStage.EMPTY
        : stage(new StageKey(standing.admins(), List.of(), direction, names));
  }

  /// The stage behind them, for subjects that none isolates.
  public AdminStage behind(Standing standing, Direction direction, PortNames names) {
    return standing.baselines().isEmpty()
        ? AdminStage.EMPTY
        : stage(new StageKey(standing.admins(), standing.baselines(), direction, names));
  }

  private AdminStage stage(StageKey key) {
    AdminStage known = stages.get(key);
    if (known != null) {
      return known;
    }
    boolean behind = !key.baselines().isEmpty();
    AdminStage before =
        behind
            ? before(new Standing(key.admins(), List.of(), List.of()), key.direction(), key.names())
            : AdminStage.EMPTY;
    List<ClusterPolicy> own =
        (behind ? key.baselines() : key.admins()).stream().map(policies::get).toList();
    AdminStage stage =
        AdminStage.of(
            rules(own.stream().filter(ClusterPolicy::installed), key),
            rules(own.stream().filter(policy -> !policy.installed()), key),
            before,
            new Search(budget));
    AdminStage first = stages.putIfAbsent(key, stage);
    return first == null ? stage : first;
  }

  private List<AdminStage.Rule> rules(Stream<ClusterPolicy> some, StageKey key) {
    // A peer of an admin policy always says which namespaces it means.
    Connections connections = new Connections(space, "", key.direction(), key.names());
    List<AdminStage.Rule> rules = new ArrayList<>();
    some.forEach(
        each -> {
          List<AdminRule> own = each.policy().rules(key.direction());
          for (int i = 0; i < own.size(); i++) {
            rules.add(
                new AdminStage.Rule(
                    each,
                    new Reason.AdminRule(each.policy().resource(), key.direction(), i),
                    verdict(own.get(i)),
                    connections.of(own.get(i).connections())));
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
