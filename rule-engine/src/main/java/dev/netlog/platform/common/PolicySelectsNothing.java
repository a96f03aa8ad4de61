package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Policies that apply to no workload read.
final class PolicySelectsNothing implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("policy-selects-nothing", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a policy that selects no workload")
          .explanation(
              """
              No workload of the namespace that was read has the labels that this policy selects. Where all workloads \
              were read, the policy decides nothing and logs nothing. Else its pods may come from manifests that netlog \
              has not read, or be made by an operator, so coverage assumes some and counts its verdicts for them; a slip in \
              a label looks just the same.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Compare `spec.podSelector` with the labels of the pod templates. An empty selector (`{}`) selects \
              all pods of the namespace. Delete the policy if its workload is gone.
              """)
          .sources(PolicySources.API);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(
        coverage,
        Notice.NothingSelected.class,
        (notice, selection) -> violation(notice, selection, coverage));
  }

  private static Violation violation(
      Notice notice, Notice.NothingSelected selection, CoverageView coverage) {
    String message =
        selection.satisfiable()
            ? "no workload read in namespace "
                + Quoted.of(selection.namespace())
                + " has the labels that this policy selects, so "
                + (coverage.isComplete()
                    ? "it decides nothing; compare them with the pod templates"
                    : "its verdicts are counted for pods that are assumed; compare the labels with"
                        + " the pod templates, or read the files of its workload too")
            : "no pod can have all the labels that this policy selects, so it decides nothing; fix"
                + " the selector";
    return Violation.at(Place.key(notice.at()), message)
        .withFix(Fix.manual("select labels that a workload has, or delete the policy"));
  }
}
