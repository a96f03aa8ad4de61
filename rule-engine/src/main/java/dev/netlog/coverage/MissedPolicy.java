package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A policy with verdicts that leave no record for want of an annotation.
///
/// Where an annotation is there and means nothing, or where the cluster logs nothing at all, other
/// rules say so: one cause, one finding.
///
/// @param policy the object
/// @param verdicts those that leave no record, `ALLOW` or `DENY` or both
public record MissedPolicy(Resource policy, Set<Verdict> verdicts) {
  public MissedPolicy {
    verdicts = Collections.unmodifiableSet(EnumSet.copyOf(verdicts));
  }

  /// The policies of one namespace, by name. What no policy admits is a verdict of each one that
  /// applies there.
  public static List<MissedPolicy> of(NamespaceCoverage namespace) {
    Collector collector = new Collector();
    namespace.groups().forEach(group -> group.points().forEach(collector::ofNamespace));
    namespace.own().forEach(collector::ofNamespace);
    return collector.policies();
  }

  /// The cluster-scoped policies, by name.
  public static List<MissedPolicy> admin(Coverage coverage) {
    Collector collector = new Collector();
    coverage
        .namespaces()
        .forEach(
            namespace ->
                namespace.groups().forEach(group -> group.points().forEach(collector::ofCluster)));
    return collector.policies();
  }

  /// Those of some policies of which verdicts of one kind leave no record.
  public static List<Resource> missing(List<MissedPolicy> policies, Verdict verdict) {
    return policies.stream()
        .filter(missed -> missed.verdicts().contains(verdict))
        .map(MissedPolicy::policy)
        .toList();
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
        case Reason.AdminRule _, Reason.Unmodelled _ -> {}
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
