package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.policy.Names;
import dev.netlog.policy.WorkloadKinds;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Related;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Policies that select pods which no policy reaches.
final class HostNetworkSelected implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("host-network-selected", null, Severity.INFO)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a policy selects pods in the network of their node")
          .explanation(
              """
              Pods with `hostNetwork: true` use the addresses of their node. Network policies do not reach them: nothing \
              is admitted, refused or logged for such a pod, though this policy selects it by its labels.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Take `hostNetwork` away where the pod does not need it. If it does, guard it by other means, and let \
              the selector leave it out, so that nobody counts on the policy.
              """)
          .sources(PolicySources.CONCEPT);

  /// The most workloads that a finding points at.
  private static final int RELATED_LIMIT = 10;

  /// The most workloads that the message names.
  private static final int NAMED = 3;

  private static final JsonPointer HOST_NETWORK = JsonPointer.of("spec", "hostNetwork");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(coverage, Notice.HostNetwork.class, (notice, _) -> violation(notice));
  }

  private static Violation violation(Notice notice) {
    String message =
        "this policy selects "
            + names(notice.related())
            + " in the node's network, where no policy acts and nothing is logged; guard it by other"
            + " means, or leave it out";
    List<Related> related =
        notice.related().stream()
            .limit(RELATED_LIMIT)
            .map(workload -> new Related(workload, place(workload), "hostNetwork is true here"))
            .toList();
    return Violation.at(Place.key(notice.at()), message)
        .withRelated(related)
        .withFix(Fix.manual("leave the pods out of the selector, or take them out of hostNetwork"));
  }

  private static String names(List<Resource> workloads) {
    int more = workloads.size() - NAMED;
    return String.join(", ", workloads.stream().limit(NAMED).map(Names::reference).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Place place(Resource workload) {
    return Place.key(WorkloadKinds.template(workload.id().groupKind()).append(HOST_NETWORK));
  }
}
