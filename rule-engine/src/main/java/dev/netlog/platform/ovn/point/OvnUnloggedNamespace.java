package dev.netlog.platform.ovn.point;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.facts.OvnSources;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Namespaces whose policies decide about connections that nobody will find in the log.
public final class OvnUnloggedNamespace implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-unlogged-namespace", "ovn", Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("a namespace whose policies leave no record")
          .explanation(
              """
              What network policies and the egress firewall of a namespace allow and deny is logged where \
              the annotation `k8s.ovn.org/acl-logging` of the Namespace gives a severity for that verdict. \
              This Namespace has no such annotation, or one that leaves the verdict out, and policies in it \
              give that verdict.

              Reported at the Namespace. Where it is not among the manifests, and \
              `--assume namespaces=unannotated` says that it has no annotation, at the first policy in it. \
              An annotation that is there and means nothing is the matter of other rules.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Give the verdict a severity in the annotation. The fix does so, and is not safe since it adds \
              to what is logged and stored, and OVN writes 20 lines a second for each rule at most. A verdict \
              that the annotation switches off in so many words (`{}`, `""`) is left alone, and where all are, the \
              finding is an info.
              """)
          .sources(OvnSources.NAMESPACE, OvnSources.ACL);

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
      List<MissedPolicy> missed = each.getValue();
      Resource object = NamespaceObject.in(coverage.inventory(), namespace);
      Set<AclField> off = Unlogged.verdicts(missed, object);
      List<MissedPolicy> policies = Unlogged.policies(missed, off);
      if (!policies.isEmpty()) {
        violations.add(violation(namespace, object, off, policies));
      }
    }
    return violations;
  }

  private static CoverageViolation violation(
      String namespace, @Nullable Resource object, Set<AclField> off, List<MissedPolicy> policies) {
    String message =
        Unlogged.words(off)
            + " verdicts of "
            + Counted.of(policies.size(), "policy", "policies")
            + " in "
            + Quoted.of(namespace)
            + " leave no record, as "
            + Unlogged.cause(object, off)
            + "; "
            + Unlogged.advice(object, off);
    List<Related> related =
        policies.stream().skip(object == null ? 1 : 0).map(missed -> related(missed, off)).toList();
    CoverageViolation violation =
        CoverageViolation.of(
            object == null ? policies.getFirst().policy() : object,
            Violation.at(object == null ? Place.value(NAME) : AclAnnotation.key(), message)
                .withEffect(
                    "connections decided by "
                        + NameList.names(policies.stream().map(MissedPolicy::policy).toList())
                        + " are not in the log")
                .withRelated(related)
                .withFix(Unlogged.fix("Namespace " + namespace, object, off)));
    return Unlogged.areSwitchedOff(off, object) ? violation.weighing(Severity.INFO) : violation;
  }

  private static Related related(MissedPolicy missed, Set<AclField> off) {
    String verdicts = Unlogged.words(Unlogged.own(missed, off));
    return new Related(missed.policy(), Place.value(NAME), verdicts + " verdicts of this policy");
  }
}
