package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.Names;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the policies whose verdicts leave no record for want of an annotation.
final class MissedPolicies {
  private MissedPolicies() {}

  /// The policies of one namespace, by name. What no policy admits is a verdict of each one that
  /// applies there.
  static List<MissedPolicy> of(NamespaceCoverage namespace) {
    Collector collector = new Collector();
    namespace.groups().forEach(group -> group.points().forEach(collector::ofNamespace));
    namespace.own().forEach(collector::ofNamespace);
    return collector.policies();
  }

  /// The cluster-scoped policies, by name.
  static List<MissedPolicy> admin(List<NamespaceCoverage> namespaces) {
    Collector collector = new Collector();
    namespaces.forEach(
        namespace ->
            namespace.groups().forEach(group -> group.points().forEach(collector::ofCluster)));
    return collector.policies();
  }

  /// Collects missed points and groups them by policy.
  private static final class Collector {
    private final Map<Resource, Set<Verdict>> found = new LinkedHashMap<>();

    void ofNamespace(JudgedPoint judged) {
      if (!isMissed(judged)) {
        return;
      }
      Point point = judged.point();
      switch (point.reason()) {
        case Reason.Allowing(Resource policy, _) -> add(policy, point.verdict());
        case Reason.NamespaceRule(Resource policy, _, _) -> add(policy, point.verdict());
        case Reason.DefaultDeny _ ->
            point.applied().policies().forEach(policy -> add(policy, point.verdict()));
        case Reason.AdminRule _, Reason.Unmodelled _, Reason.UnreadText _ -> {}
      }
    }

    void ofCluster(JudgedPoint judged) {
      if (isMissed(judged) && judged.point().reason() instanceof Reason.AdminRule rule) {
        add(rule.policy(), judged.point().verdict());
      }
    }

    private static boolean isMissed(JudgedPoint judged) {
      return judged.isCounted()
          && judged.state() instanceof LoggingState.NotLogged missed
          && missed.cause() == CommonCause.NOT_ANNOTATED;
    }

    private void add(Resource policy, Verdict verdict) {
      found.computeIfAbsent(policy, _ -> EnumSet.noneOf(Verdict.class)).add(verdict);
    }

    List<MissedPolicy> policies() {
      List<MissedPolicy> policies = new ArrayList<>();
      found.forEach((policy, verdicts) -> policies.add(new MissedPolicy(policy, verdicts)));
      policies.sort(Collector::byName);
      return policies;
    }

    private static int byName(MissedPolicy one, MissedPolicy other) {
      int order = Names.name(one.policy()).compareTo(Names.name(other.policy()));
      return order == 0 ? one.policy().id().kind().compareTo(other.policy().id().kind()) : order;
    }
  }
}
