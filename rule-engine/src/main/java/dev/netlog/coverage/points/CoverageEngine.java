package dev.netlog.coverage.points;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.AssumedPods;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.NamespaceSubjects;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.model.JsonPointer;
import dev.netlog.network.Direction;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Reason;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.Names;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Computes the logging coverage of targets.
///
/// Namespaces are independent of each other, so several threads may compute them.
public final class CoverageEngine {
  /// The maximum number of set comparisons for one search.
  public static final long BUDGET = 200_000;

  private final long budget;
  private final boolean dualStack;

  private CoverageEngine(long budget, boolean dualStack) {
    this.budget = budget;
    this.dualStack = dualStack;
  }

  /// An engine for peers with IPv4 addresses, and IPv6 addresses if a rule of the target names an
  /// IPv6 block.
  public static CoverageEngine ipv4() {
    return new CoverageEngine(BUDGET, false);
  }

  /// An engine for peers with IPv4 and IPv6 addresses.
  public static CoverageEngine dualStack() {
    return new CoverageEngine(BUDGET, true);
  }

  /// The same engine with another budget.
  ///
  /// @param comparisons the maximum number of set comparisons for one search, at least 1
  public CoverageEngine withBudget(long comparisons) {
    return new CoverageEngine(comparisons, dualStack);
  }

  /// The same engine, with IPv6 addresses if a rule of one of some targets names an IPv6 block.
  /// Both sides of a change need the same addresses.
  public CoverageEngine covering(Collection<TargetInput> targets) {
    return dualStack || targets.stream().noneMatch(TargetInput::namesIpv6)
        ? this
        : new CoverageEngine(budget, true);
  }

  /// Runs computations in parallel.
  @FunctionalInterface
  public interface Parallel {
    /// Applies a function to each item; the results are in the order of the items.
    <T, R> List<R> map(List<T> items, Function<T, R> work);
  }

  /// Runs one after the other.
  public static final Parallel SEQUENTIAL =
      new Parallel() {
        @Override
        public <T, R> List<R> map(List<T> items, Function<T, R> work) {
          return items.stream().map(work).toList();
        }
      };

  /// The coverage of a target.
  public Coverage evaluate(TargetInput target, Parallel parallel) {
    return covering(List.of(target)).evaluate(target, null, RetainedPoints.NONE, parallel);
  }

  /// The coverage of the head of a change, if everything at the head can be read.
  ///
  /// @param base the coverage of the base, of the same platform, from an engine that covers both
  public Coverage evaluate(TargetInput head, Coverage base, Parallel parallel) {
    return evaluate(head, base, List.of(), parallel);
  }

  /// The coverage of the head of a change. Namespaces that are the same at the base are not
  /// computed again. Virtual subjects get the names that they have at the base. Points of the base
  /// whose objects cannot be read at the head are retained.
  ///
  /// @param base the coverage of the base, of the same platform, from an engine that covers both
  /// @param unreadable objects of the base that cannot be read at the head
  public Coverage evaluate(
      TargetInput head, Coverage base, Collection<UnreadableObject> unreadable, Parallel parallel) {
    RetainedPoints retained = RetainedPoints.of(base, unreadable);
    return covering(List.of(head, base.target()))
        .evaluate(head.since(base.target(), retained.identities()), base, retained, parallel);
  }

  private Coverage evaluate(
      TargetInput target, @Nullable Coverage base, RetainedPoints retained, Parallel parallel) {
    ClusterRules cluster = new ClusterRules(space(target), budget, target);
    List<NamespaceSubjects> inputs = inputs(target, base, retained);
    Map<String, List<AssumedPods.Pod>> assumed = assumed(target, cluster, inputs, parallel);
    if (assumed.containsKey(Subject.ANYWHERE)
        && inputs.stream().noneMatch(each -> each.input().name().equals(Subject.ANYWHERE))) {
      inputs.add(new NamespaceSubjects(NamespaceInput.empty(Subject.ANYWHERE)));
      inputs.sort((a, b) -> a.input().name().compareTo(b.input().name()));
    }
    Map<String, NamespaceInput> before = new TreeMap<>();
    ClusterRules clusterBefore =
        base == null ? cluster : new ClusterRules(space(target), budget, base.target());
    boolean sameCluster = base != null && target.hasSameClusterAs(base.target());
    if (base != null) {
      base.target().namespaces().forEach(namespace -> before.put(namespace.name(), namespace));
    }
    List<NamespaceCoverage> namespaces =
        parallel.map(
            inputs,
            subjects -> {
              String name = subjects.input().name();
              List<AssumedPods.Pod> pods = assumed.getOrDefault(name, List.of());
              NamespaceCoverage known = base == null ? null : base.namespace(name);
              NamespaceInput same = before.get(name);
              boolean unchanged =
                  base != null
                      && sameCluster
                      && same != null
                      && same.isSameAs(subjects.input())
                      && base.assumedIn(name).equals(pods)
                      && !retained.concern(name, target.kinds());
              return known != null && unchanged
                  ? known
                  : new NamespaceEvaluator(
                          target,
                          cluster,
                          subjects,
                          pods,
                          budget,
                          new BaseOfChange(
                              known,
                              same == null ? NamespaceInput.empty(name) : same,
                              clusterBefore,
                              retained))
                      .evaluate();
            });
    Coverage coverage =
        new Coverage(
            target,
            namespaces,
            cluster.policies().stream().map(policy -> Names.reference(policy.resource())).toList(),
            assumed);
    coverage.addNotices(adminNotices(cluster, namespaces));
    return coverage;
  }

  /// The namespaces of a target, and those of the base that only have retained points, or pods that
  /// cluster-scoped policies may still govern.
  private static List<NamespaceSubjects> inputs(
      TargetInput target, @Nullable Coverage base, RetainedPoints retained) {
    Map<String, NamespaceInput> inputs = new TreeMap<>();
    target.namespaces().forEach(input -> inputs.put(input.name(), input));
    for (String name : retained.namespaces()) {
      inputs.putIfAbsent(name, NamespaceInput.empty(name));
    }
    if (base != null && !target.adminPolicies().isEmpty()) {
      for (NamespaceCoverage namespace : base.namespaces()) {
        if (namespace.hasVirtual()) {
          inputs.putIfAbsent(namespace.name(), NamespaceInput.empty(namespace.name()));
        }
      }
    }
    return new ArrayList<>(inputs.values().stream().map(NamespaceSubjects::new).toList());
  }

  private static Map<String, List<AssumedPods.Pod>> assumed(
      TargetInput target, ClusterRules cluster, List<NamespaceSubjects> inputs, Parallel parallel) {
    if (cluster.policies().isEmpty()) {
      return Map.of();
    }
    parallel.map(inputs, NamespaceSubjects::read);
    return AssumedPods.of(target, cluster, inputs);
  }

  private Space space(TargetInput target) {
    boolean pods = target.platform().enforcement().blocksMatchPods();
    return dualStack ? Space.dualStack(pods) : Space.ipv4(pods);
  }

  /// Rules of cluster-scoped policies that decide no connection of any subject.
  private static List<Notice> adminNotices(
      ClusterRules cluster, List<NamespaceCoverage> namespaces) {
    Map<String, Boolean> acting = new TreeMap<>();
    for (NamespaceCoverage namespace : namespaces) {
      namespace.adminRules().forEach((rule, acts) -> acting.merge(rule, acts, Boolean::logicalOr));
    }
    List<Notice> notices = new ArrayList<>();
    for (AdminPolicy policy : cluster.installed()) {
      for (Direction direction : Direction.values()) {
        for (AdminRule each : policy.rules(direction)) {
          String rule = new Reason.AdminRule(policy.resource(), direction, each.index()).text();
          if (!acting.getOrDefault(rule, true)) {
            notices.add(
                new Notice(
                    new Notice.Shadowed(new Notice.EarlierRules()),
                    policy.resource(),
                    rule,
                    JsonPointer.of("spec", direction.word()).child(each.index()),
                    List.of()));
          }
        }
      }
    }
    return notices;
  }
}
