package dev.netlog.platform.ovn.point;

import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Admin policies that decide about connections nobody will find in the log.
public final class UnloggedAdminPolicy implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-unlogged-admin-policy", "ovn", Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("an admin policy whose verdicts leave no record")
          .explanation(
              """
              What an AdminNetworkPolicy or the BaselineAdminNetworkPolicy allows and denies is logged where \
              its own annotation `k8s.ovn.org/acl-logging` gives a severity for that verdict. The \
              annotations of Namespaces are not asked. This policy has no such annotation, or one that \
              leaves the verdict out.

              What a rule passes on is decided, and logged, by the policies behind it; `pass` may be left out.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Give the verdict a severity in the policy's annotation. The fix does so, and is not safe since \
              it adds to what is logged and stored. What is switched off in so many words (`""`) is left alone, \
              and the finding is then an info.
              """)
          .sources(OvnSources.ADMIN_POLICY, OvnSources.ACL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    List<CoverageViolation> violations = new ArrayList<>();
    for (MissedPolicy missed : coverage.missedClusterPolicies()) {
      Resource policy = missed.policy();
      Set<AclField> off = Unlogged.verdicts(List.of(missed), policy);
      if (!off.isEmpty()) {
        violations.add(violation(policy, off));
      }
    }
    return violations;
  }

  private static CoverageViolation violation(Resource policy, Set<AclField> off) {
    String message =
        Unlogged.words(off)
            + " verdicts of this policy leave no record, as "
            + Unlogged.cause(policy, off)
            + "; "
            + Unlogged.advice(policy, off);
    CoverageViolation violation =
        CoverageViolation.of(
            policy,
            Violation.at(AclAnnotation.key(), message)
                .withFix(Unlogged.fix(AclDecision.name(policy).text(), policy, off)));
    return Unlogged.areSwitchedOff(off, policy) ? violation.weighing(Severity.INFO) : violation;
  }
}
