package dev.netlog.platform.common;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.CoverageRule;
import dev.netlog.coverage.CoverageViolation;
import dev.netlog.coverage.NamespaceCoverage;
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
import org.jspecify.annotations.Nullable;

/// Policies that apply to no pod.
final class PolicySelectsNothing implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("policy-selects-nothing", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a policy that selects no workload")
          .explanation(
              """
              No workload of the namespace that was read has the labels that this policy selects. A policy without \
              pods decides nothing and logs nothing; a slip in a label looks just the same. The pods may also come from \
              manifests that netlog has not read, or be made by an operator.
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
  public List<CoverageViolation> check(Coverage coverage) {
    return Noticed.violations(
        coverage, Notice.Kind.POLICY_SELECTS_NOTHING, notice -> violation(notice, coverage));
  }

  private static Violation violation(Notice notice, Coverage coverage) {
    NamespaceCoverage namespace = coverage.namespace(notice.detail());
    String message =
        hasWorkloads(namespace)
            ? "no workload read in namespace "
                + Quoted.of(notice.detail())
                + " has the labels that this policy selects, so it decides nothing; compare them with"
                + " the pod templates"
            : "no pod can have all the labels that this policy selects, so it decides nothing; mend the"
                + " selector";
    return Violation.at(Place.key(notice.at()), message)
        .withFix(Fix.manual("select labels that a workload has, or delete the policy"));
  }

  /// Where no workload was read at all, one is assumed for each selector that a pod can meet.
  private static boolean hasWorkloads(@Nullable NamespaceCoverage namespace) {
    return namespace != null
        && (!namespace.excluded().isEmpty()
            || namespace.groups().stream()
                .flatMap(group -> group.subjects().stream())
                .anyMatch(subject -> !subject.isVirtual()));
  }
}
