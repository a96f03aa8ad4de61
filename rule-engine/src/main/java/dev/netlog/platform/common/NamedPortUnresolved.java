package dev.netlog.platform.common;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.CoverageRule;
import dev.netlog.coverage.CoverageViolation;
import dev.netlog.coverage.Notice;
import dev.netlog.fix.Fix;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Ports that are named and that nobody has.
final class NamedPortUnresolved implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("named-port-unresolved", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a port name that no selected pod declares")
          .explanation(
              """
              A port name in an ingress rule means the port of that name and protocol which a container of the selected \
              pod declares. No workload that this policy selects declares one, so the entry admits nothing: what was to \
              be allowed is refused.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Declare the port under this name in the pod template (`containers[].ports[].name`), mend the name, or \
              write the number.
              """)
          .sources(PolicySources.API);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(Coverage coverage) {
    return Noticed.violations(
        coverage, Notice.Kind.NAMED_PORT_UNRESOLVED, NamedPortUnresolved::violation);
  }

  private static Violation violation(Notice notice) {
    String message =
        "no workload that this policy selects declares "
            + notice.detail()
            + ", so this entry admits nothing; declare it on a container, or write the number";
    return Violation.at(Place.value(notice.at()), message)
        .withFix(Fix.manual("declare the port, mend its name, or write the number"));
  }
}
