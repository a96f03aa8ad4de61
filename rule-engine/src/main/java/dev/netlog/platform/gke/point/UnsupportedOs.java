package dev.netlog.platform.gke.point;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.policy.WindowsNodes;
import dev.netlog.policy.WorkloadKinds;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A workload on Windows nodes, where policies act and nothing is logged.
public final class UnsupportedOs implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-unsupported-os", "gke", Severity.WARNING)
          .code("unsupported-os")
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a workload on Windows nodes, whose connections are never logged")
          .explanation(
              """
              Network policy logging of GKE works on nodes with Linux only. This workload is pinned to \
              Windows nodes and policies apply to it: what they allow and deny leaves no record there, \
              whatever the NetworkLogging and the annotations say.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Nothing in the cluster switches it on. Log the connections at the other end, in the workload \
              itself, or with VPC flow logs; or run the workload on Linux nodes.
              """)
          .sources(Sources.PAGE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    List<CoverageViolation> violations = new ArrayList<>();
    for (Notice notice : coverage.notices(Notice.Kind.UNSUPPORTED_OS)) {
      Resource workload = notice.resource();
      if (workload != null) {
        String message =
            "GKE logs no connections on nodes with Windows, to which this workload is pinned by"
                + " \"windows\"; log them at the other end, or in the workload";
        Violation violation =
            Violation.at(Place.value(place(workload)), message)
                .withEffect("verdicts about " + notice.object() + " leave no record")
                .withFix(Fix.manual("log these connections elsewhere"));
        violations.add(new CoverageViolation(workload, notice.object(), null, null, violation));
      }
    }
    return violations;
  }

  private static JsonPointer place(Resource workload) {
    JsonPointer spec = WorkloadKinds.template(workload.id().groupKind()).child("spec");
    JsonPointer place = WindowsNodes.place(workload.content().mappingAt(spec));
    return place == null ? spec : spec.append(place);
  }
}
