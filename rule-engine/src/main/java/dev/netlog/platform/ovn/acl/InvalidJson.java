package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// The value is not JSON as Go reads it.
public final class InvalidJson implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-invalid-json", "ovn", Severity.ERROR)
          .code("invalid-annotation-value")
          .title("the value of acl-logging is not JSON")
          .explanation(
              """
              OVN-Kubernetes decodes the annotation with Go's `encoding/json`, which knows no comments, no \
              trailing commas, no single quotes and no text after the value. One wrong character anywhere, \
              even in a member that OVN-Kubernetes would ignore, discards the whole value.

              On a Namespace, nothing is logged for its network policies and egress firewalls. The only \
              trace is a warning in the log of ovnkube: no Event, no status, and the API server accepts the \
              object.

              On an AdminNetworkPolicy or BaselineAdminNetworkPolicy it is worse: a new policy is not \
              programmed at all, so none of its rules is enforced. An existing policy keeps its old rules, \
              but changes to it, and pods or namespaces that start to match it, are ignored until the \
              annotation is fixed. The policy's status shows `Ready-In-Zone-<node>` as False with reason \
              `SetupFailed`.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Write the value as one JSON object, for example `{"deny": "alert", "allow": "notice"}`. \
              Trailing commas, missing commas between members, single quotes in place of double ones, and \
              blanks or semicolons around the object are corrected by the safe fix. A person must fix anything else.
              """)
          .sources(OvnSources.NAMESPACE, OvnSources.ADMIN_POLICY, OvnSources.ENCODING_JSON);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclAnnotation annotation = AclAnnotation.of(subject);
    if (annotation == null
        || !(annotation.reading() instanceof AclLogging.NotJson(JsonText.Malformed problem))) {
      return List.of();
    }
    Place place = Place.text(AclAnnotation.POINTER, problem.start(), problem.end());
    return List.of(
        Violation.at(place, message(problem))
            .withEffect(AclEffect.discarded(annotation, inventory))
            .withFix(fix(annotation)));
  }

  private static String message(JsonText.Malformed problem) {
    String advice = problem.advice() != null ? problem.advice() : "write {\"deny\": \"alert\"}";
    return problem.problem() + ", so this is not JSON and OVN discards all of it; " + advice;
  }

  private static Fix fix(AclAnnotation annotation) {
    String repaired = JsonRepair.of(annotation.text());
    return repaired != null && annotation.wouldTake(repaired)
        ? Fix.safe("fix the JSON", AclAnnotation.to(repaired))
        : Fix.manual("write the value as a JSON object");
  }
}
