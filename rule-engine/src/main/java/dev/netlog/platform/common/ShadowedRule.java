package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Rules that are never reached.
final class ShadowedRule implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("shadowed-rule", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a rule that others before it leave nothing to decide")
          .explanation(
              """
              The rules of admin policies, and those of egress firewalls, are asked in order, and the first that \
              matches decides. AdminNetworkPolicies are asked before NetworkPolicies, which see only what those leave open. \
              Rules before this one match all of its connections, so it decides none: it has no effect and no line of \
              the log ever names it.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Move the rule before those that shadow it if it is meant, or delete it. A rule of a NetworkPolicy gets its \
              turn where an admin policy passes its connections on.
              """)
          .sources(PolicySources.ADMIN, PolicySources.FIREWALL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(coverage, Notice.Shadowed.class, ShadowedRule::violation);
  }

  private static Violation violation(Notice notice, Notice.Shadowed shadowed) {
    String message =
        by(shadowed.by())
            + " all connections of this rule first, so that it never acts; "
            + advice(notice);
    return Violation.at(Place.value(notice.at()), message).withFix(Fix.manual(advice(notice)));
  }

  private static String by(Notice.Shadow shadow) {
    return switch (shadow) {
      case Notice.EarlierRule(int index) -> "rule " + index + " decides";
      case Notice.EarlierRules _ -> "rules before it decide";
      case Notice.AdminRules _ -> "rules of admin policies decide";
    };
  }

  private static String advice(Notice notice) {
    return notice.resource() != null && notice.resource().is(KubernetesKinds.NETWORK_POLICY)
        ? "pass them on there, or delete the rule"
        : "move the rule up, or delete it";
  }
}
