package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Policies that coverage cannot count.
final class UnmodelledPolicy implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("unmodelled-policy", null, Severity.INFO)
          .applies(Applies.WHERE_ENABLED)
          .title("a policy of a kind that netlog does not work out")
          .explanation(
              """
              The platform enforces policies of this kind, or of networks beside the default one, and netlog does not \
              know what they decide. Such a policy \
              counts as one verdict of which it is unknown whether it is logged. What it admits or refuses is also missing \
              in what netlog says of other policies for the same pods.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Look into the platform's documentation for what this policy logs. The rules about its annotations \
              hold for it as for other kinds.
              """)
          .sources(PolicySources.CONCEPT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(
        coverage,
        Notice.NotModelled.class,
        (notice, policy) -> violation(notice, policy, coverage));
  }

  private static Violation violation(
      Notice notice, Notice.NotModelled policy, CoverageView coverage) {
    Platform platform = coverage.platform();
    boolean elsewhere = notice.resource() != null && platform.isOfOtherNetwork(notice.resource());
    String message =
        "netlog does not work out what a "
            + Quoted.of(policy.policyKind())
            + (elsewhere ? " of another network than the default one" : "")
            + " decides, so whether it is logged counts as unknown; see what "
            + platform.name()
            + " logs of it";
    return Violation.at(Place.value(notice.at()), message)
        .withFix(Fix.manual("check what the platform logs of it"));
  }
}
