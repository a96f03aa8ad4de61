package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.network.Direction;
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

/// Workloads whose connections no policy decides.
final class UngovernedWorkload implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("ungoverned-workload", null, Severity.INFO)
          .applies(Applies.WHERE_ENABLED)
          .title("a workload that no policy governs in some direction")
          .explanation(
              """
              No policy applies to the pods of this workload in a direction, so all their connections in it are \
              admitted. No platform logs connections that no policy has decided: these leave no record, \
              and no annotation changes that.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Write a policy that selects the pods in that direction, such as a default deny for the whole \
              namespace, and log its verdicts.
              """)
          .sources(PolicySources.CONCEPT);

  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(
        coverage, Notice.Ungoverned.class, (_, ungoverned) -> violation(ungoverned));
  }

  private static Violation violation(Notice.Ungoverned ungoverned) {
    String message =
        "no policy governs "
            + String.join(" and ", ungoverned.directions().stream().map(Direction::word).toList())
            + " of this workload, so its connections there are admitted and never logged;"
            + " select its pods with a policy";
    return Violation.at(Place.value(NAME), message)
        .withFix(Fix.manual("select the pods with a policy"));
  }
}
