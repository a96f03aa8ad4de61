package dev.netlog.platform.gke.point;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.gke.annotation.Attempt;
import dev.netlog.platform.gke.annotation.SwitchOn;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.text.Counted;
import dev.netlog.platform.text.NameList;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Related;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Namespaces whose policies deny connections that nobody will find in the log.
public final class GkeUnloggedNamespace implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-unlogged-namespace", "gke", Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a namespace whose denied connections leave no record")
          .explanation(
              """
              The NetworkLogging delegates denied connections: only those are recorded that are denied \
              to or from a pod whose Namespace has the annotation \
              `policy.network.gke.io/enable-deny-logging: "true"`. This Namespace does not have it, and \
              policies in it deny something.

              Reported at the Namespace. Where it is not among the manifests, and \
              `--assume namespaces=unannotated` says that it has no annotation, at the first policy in it.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Annotate the Namespace. The fix does so, and is not safe since it adds to what is logged, \
              stored and paid for. A Namespace that says `"false"` is left alone, and the finding is an info.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    List<CoverageViolation> violations = new ArrayList<>();
    for (Map.Entry<String, List<MissedPolicy>> each : coverage.missedPolicies().entrySet()) {
      String namespace = each.getKey();
      List<Resource> policies = MissedPolicy.missing(each.getValue(), Verdict.DENY);
      Resource object = NamespaceObject.in(coverage.inventory(), namespace);
      if (!policies.isEmpty() && (object == null || !Attempt.isMade(LogSection.DENY, object))) {
        violations.add(violation(namespace, object, policies));
      }
    }
    return violations;
  }

  private static CoverageViolation violation(
      String namespace, @Nullable Resource object, List<Resource> policies) {
    String message =
        "deny verdicts of "
            + Counted.of(policies.size(), "policy", "policies")
            + " in "
            + Quoted.of(namespace)
            + " leave no record, as the Namespace "
            + cause(object)
            + "; annotate it with "
            + LogSection.DENY.key()
            + ": \"true\"";
    List<Related> related =
        policies.stream()
            .skip(object == null ? 1 : 0)
            .map(policy -> new Related(policy, Place.value(NAME), "deny verdicts of this policy"))
            .toList();
    Place place =
        object == null
            ? Place.value(NAME)
            : Place.key(Resource.annotationPointer(LogSection.DENY.key()));
    CoverageViolation violation =
        CoverageViolation.of(
            object == null ? policies.getFirst() : object,
            Violation.at(place, message)
                .withEffect(
                    "connections denied under " + NameList.names(policies) + " are not in the log")
                .withRelated(related)
                .withFix(fix(namespace, object)));
    boolean refused = object != null && SwitchOn.isRefused(LogSection.DENY, object);
    return refused ? violation.weighing(Severity.INFO) : violation;
  }

  private static String cause(@Nullable Resource object) {
    String annotation = " the annotation that the NetworkLogging asks for";
    if (object == null) {
      return "is assumed to lack" + annotation;
    }
    return SwitchOn.isRefused(LogSection.DENY, object)
        ? "says \"false\" in the annotation"
        : "lacks" + annotation;
  }

  private static Fix fix(String namespace, @Nullable Resource object) {
    String title =
        "annotate Namespace " + namespace + " with " + LogSection.DENY.key() + ": \"true\"";
    Edit edit = object == null ? null : SwitchOn.edit(LogSection.DENY, object);
    return edit == null ? Fix.manual(title) : Fix.unsafe(title, edit);
  }
}
