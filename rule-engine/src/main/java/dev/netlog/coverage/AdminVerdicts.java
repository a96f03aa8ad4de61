package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// What the rules of cluster-scoped policies would give as verdicts, for those that apply to no pod
/// of the input.
final class AdminVerdicts {
  private final Coverage coverage;
  private final Set<Resource> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> metRules = new HashSet<>();

  private AdminVerdicts(Coverage coverage) {
    this.coverage = coverage;
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      metRules.addAll(namespace.adminRules().keySet());
      for (Group group : namespace.groups()) {
        for (JudgedPoint judged : group.points()) {
          if (judged.point().reason() instanceof Reason.AdminRule rule) {
            met.add(rule.policy());
          }
        }
      }
    }
  }

  /// One verdict a rule; they are in no counter.
  static List<JudgedPoint> withoutPods(Coverage coverage) {
    AdminVerdicts verdicts = new AdminVerdicts(coverage);
    List<JudgedPoint> judged = new ArrayList<>();
    for (AdminPolicy policy : coverage.target().adminPolicies()) {
      boolean installed = !policy.baseline() || policy.name().equals(AdminPolicy.BASELINE_NAME);
      if (installed && !verdicts.hasMet(policy)) {
        verdicts.judge(policy, judged);
      }
    }
    return judged;
  }

  private boolean hasMet(AdminPolicy policy) {
    if (met.contains(policy.resource())) {
      return true;
    }
    for (Direction direction : Direction.values()) {
      for (int i = 0; i < policy.rules(direction).size(); i++) {
        if (metRules.contains(new Reason.AdminRule(policy.resource(), direction, i).text())) {
          return true;
        }
      }
    }
    return false;
  }

  private void judge(AdminPolicy policy, List<JudgedPoint> judged) {
    Platform platform = coverage.target().platform();
    for (Direction direction : Direction.values()) {
      List<AdminRule> rules = policy.rules(direction);
      for (int i = 0; i < rules.size(); i++) {
        Point point =
            new Point(
                "",
                direction,
                ClusterRules.verdict(rules.get(i)),
                new Reason.AdminRule(policy.resource(), direction, i),
                false,
                AppliedPolicies.NONE);
        judged.add(JudgedPoint.of(point, platform.loggingOf(point, coverage.target().inventory())));
      }
    }
  }
}
