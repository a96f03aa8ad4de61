package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.platform.text.NameList;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Related;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Ports that are named and that nobody has.
final class NamedPortUnresolved implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("named-port-unresolved", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a port name that a selected pod does not declare")
          .explanation(
              """
              A port name in an ingress rule means the port of that name and protocol which a container of the selected \
              pod declares. Where a workload that this policy selects declares none, the entry admits nothing for its \
              pods: what was to be allowed is refused. A sidecar that is injected into the pods, as by a service mesh, \
              may declare it; manifests do not show that.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Declare the port under this name in the pod template (`containers[].ports[].name`), fix the name, or \
              write the number.
              """)
          .sources(PolicySources.API);

  /// The most workloads that a finding points at.
  private static final int RELATED_LIMIT = 10;

  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(
        coverage, Notice.UnresolvedPort.class, NamedPortUnresolved::violation);
  }

  private static Violation violation(Notice notice, Notice.UnresolvedPort port) {
    List<Resource> lacking = notice.related();
    String message =
        lacking.isEmpty()
            ? "no workload that this policy selects declares "
                + name(port)
                + ", so this entry admits nothing, unless an injected sidecar declares it; declare it on"
                + " a container, or write the number"
            : NameList.kinds(lacking)
                + (lacking.size() == 1 ? " does" : " do")
                + " not declare "
                + name(port)
                + ", so this entry admits nothing there, unless an injected sidecar declares it; declare"
                + " it on a container, or write the number";
    List<Related> related =
        lacking.stream()
            .limit(RELATED_LIMIT)
            .map(
                workload ->
                    new Related(workload, Place.value(NAME), "selected, and lacks this port"))
            .toList();
    return Violation.at(Place.value(notice.at()), message)
        .withRelated(related)
        .withFix(Fix.manual("declare the port, fix its name, or write the number"));
  }

  private static String name(Notice.UnresolvedPort port) {
    return (port.protocol() == null ? "" : port.protocol().name() + " ")
        + "port "
        + Quoted.of(port.name());
  }
}
