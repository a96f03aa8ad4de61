package dev.netlog.coverage.input;

import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Search;
import dev.netlog.network.Truth;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.Connections;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cluster-scoped policies, and the stages they make for subjects.
///
/// Many subjects share a stage, whatever their namespace; each is worked out once. Safe for use by
/// several threads.
public final class ClusterRules {
  private final Space space;
  private final long budget;
  private final List<AdminPolicy> admins;
  private final List<AdminPolicy> baselines;
  private final Set<AdminPolicy> idle = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<StageKey, AdminStage> stages = new ConcurrentHashMap<>();

  private record StageKey(
      List<Integer> admins, List<Integer> baselines, Direction direction, PortNames names) {}

  /// The policies that apply to a subject.
  ///
  /// @param admins surely, in order, by index
  /// @param baselines the same for the baseline
  /// @param possible those of which it is not known
  public record Standing(
      List<Integer> admins, List<Integer> baselines, List<AdminPolicy> possible) {}

  /// The policies of a target.
  public ClusterRules(Space space, long budget, TargetInput target) {
    this.space = space;
    this.budget = budget;
    List<AdminPolicy> policies = target.adminPolicies();
    policies.stream()
        .filter(policy -> target.platform().notProgrammed(policy.resource()) != null)
        .forEach(idle::add);
    this.admins =
        policies.stream()
            .filter(policy -> !policy.baseline())
            .sorted(ClusterRules::byPriority)
            .toList();
    this.baselines =
        policies.stream()
            .filter(AdminPolicy::baseline)
            .filter(policy -> policy.name().equals(AdminPolicy.BASELINE_NAME))
            .toList();
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
    List<AdminPolicy> all = new ArrayList<>(admins);
    all.addAll(baselines);
    return all;
  }

  /// Those that the platform installs.
  public List<AdminPolicy> installed() {
    return policies().stream().filter(policy -> !idle.contains(policy)).toList();
  }

  /// Those that it does not install.
  public Set<AdminPolicy> idle() {
    return Collections.unmodifiableSet(idle);
  }

  /// What applies to a subject.
  ///
  /// @param namespace the labels of its namespace
  public Standing standing(Subject subject, KnownLabels namespace) {
    List<AdminPolicy> possible = new ArrayList<>();
    List<Integer> certain = new ArrayList<>();
    List<Integer> baseline = new ArrayList<>();
    select(admins, subject, namespace, certain, possible);
    select(baselines, subject, namespace, baseline, possible);
    return new Standing(certain, baseline, possible);
  }

  private static void select(
      List<AdminPolicy> policies,
      Subject subject,
      KnownLabels namespace,
      List<Integer> certain,
      List<AdminPolicy> possible) {
    for (int i = 0; i < policies.size(); i++) {
      Truth applies = policies.get(i).appliesTo(namespace, subject.labels());
      if (applies == Truth.TRUE) {
        certain.add(i);
      } else if (applies == Truth.UNKNOWN) {
        possible.add(policies.get(i));
      }
    }
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
    List<AdminPolicy> policies =
        behind
            ? key.baselines().stream().map(baselines::get).toList()
            : key.admins().stream().map(admins::get).toList();
    List<AdminPolicy> installed =
        policies.stream().filter(policy -> !idle.contains(policy)).toList();
    List<AdminPolicy> others = policies.stream().filter(idle::contains).toList();
    AdminStage stage =
        AdminStage.of(
            rules(installed, key.direction(), key.names()),
            rules(others, key.direction(), key.names()),
            before,
            new Search(budget));
    AdminStage first = stages.putIfAbsent(key, stage);
    return first == null ? stage : first;
  }

  private List<AdminStage.Rule> rules(
      List<AdminPolicy> policies, Direction direction, PortNames names) {
    // A peer of an admin policy always says which namespaces it means.
    Connections connections = new Connections(space, "", direction, names);
    List<AdminStage.Rule> rules = new ArrayList<>();
    for (AdminPolicy policy : policies) {
      List<AdminRule> own = policy.rules(direction);
      for (int i = 0; i < own.size(); i++) {
        rules.add(
            new AdminStage.Rule(
                policy,
                new Reason.AdminRule(policy.resource(), direction, i),
                verdict(own.get(i)),
                connections.of(own.get(i).connections())));
      }
    }
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
