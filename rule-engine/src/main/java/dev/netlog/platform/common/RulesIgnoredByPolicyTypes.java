package dev.netlog.platform.common;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.CoverageRule;
import dev.netlog.coverage.CoverageViolation;
import dev.netlog.coverage.Notice;
import dev.netlog.fix.Fix;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Rules that a policy has and does not apply.
final class RulesIgnoredByPolicyTypes implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("rules-ignored-by-policytypes", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("rules of a direction that policyTypes leaves out")
          .explanation(
              """
              A policy acts in the directions that `policyTypes` lists. Rules of the other direction admit nothing and \
              isolate nobody: all connections in it stay open, as far as this policy is concerned, and none of them is \
              logged on its account.

              OVN-Kubernetes installs ACLs for such rules all the same. They change nothing, but where allowed \
              connections are logged, lines of the log may name them.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Add the direction to `policyTypes` if the rules are meant; all that they do not admit is then \
              refused. Delete the rules if they are not.
              """)
          .sources(PolicySources.API);

  /// The platform that installs such rules.
  private static final String INSTALLING = "ovn";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(Coverage coverage) {
    return Noticed.violations(
        coverage, Notice.Kind.RULES_IGNORED_BY_POLICYTYPES, notice -> violation(notice, coverage));
  }

  private static Violation violation(Notice notice, Coverage coverage) {
    String type = notice.detail().equals("ingress") ? "Ingress" : "Egress";
    boolean installed = coverage.target().platform().id().equals(INSTALLING);
    String message =
        "policyTypes leaves out "
            + Quoted.of(type)
            + ", so these rules admit nothing and isolate no pod"
            + (installed ? ", though OVN-Kubernetes installs them; add " : "; add ")
            + type
            + " to policyTypes, or delete the rules";
    return Violation.at(Place.key(notice.at()), message)
        .withEffect(
            installed
                ? "where allowed connections are logged, lines of the log may name them"
                : null)
        .withFix(Fix.manual("add the direction to policyTypes, or delete the rules"));
  }
}
