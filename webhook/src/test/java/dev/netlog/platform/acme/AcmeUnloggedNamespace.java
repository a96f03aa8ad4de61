package dev.netlog.platform.acme;

import dev.netlog.fix.Fix;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A namespace whose denied connections are not recorded.
final class AcmeUnloggedNamespace implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("acme-unlogged-namespace", "acme", Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("denied connections of a namespace are not recorded")
          .explanation("The Namespace lacks the annotation that has denied connections recorded.")
          .remedy(FixKind.UNSAFE, "Annotate the Namespace.")
          .sources("[Acme, flow records](https://acme.example/records)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    List<CoverageViolation> violations = new ArrayList<>();
    coverage
        .missedPolicies()
        .forEach(
            (namespace, missed) -> {
              Resource object = NamespaceObject.in(coverage.inventory(), namespace);
              if (object != null && !MissedPolicy.missing(missed, Verdict.DENY).isEmpty()) {
                violations.add(violation(namespace, object));
              }
            });
    return violations;
  }

  private static CoverageViolation violation(String namespace, Resource object) {
    String title = "annotate Namespace " + namespace;
    var edit = Remedy.edit(object, AcmeKey.DENIED.key(), AcmeKey.ON);
    return CoverageViolation.of(
        object,
        Violation.at(
                Place.key(Resource.annotationPointer(AcmeKey.DENIED.key())),
                "denied connections of " + Quoted.of(namespace) + " are not recorded; annotate it")
            .withFix(edit == null ? Fix.manual(title) : Fix.unsafe(title, edit)));
  }
}
