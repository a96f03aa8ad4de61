package dev.netlog.platform.acme;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A key on a kind from which Acme does not read it.
final class AcmeMisplacedKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("acme-misplaced-key", "acme", Severity.WARNING)
          .title("an annotation on a kind that Acme does not read it from")
          .explanation("Acme reads each of its annotations from some kinds only.")
          .remedy(FixKind.MANUAL, "Move the annotation.")
          .sources("[Acme, flow records](https://acme.example/records)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<Violation> violations = new ArrayList<>();
    for (AcmeKey key : AcmeKey.values()) {
      if (subject.annotations().get(key.key()) != null
          && !key.isReadFrom(subject.id().groupKind())) {
        String message =
            "annotation " + Quoted.of(key.key()) + " is not read from a " + subject.id().kind();
        violations.add(
            Violation.at(Place.key(Resource.annotationPointer(key.key())), message + "; move it")
                .withFix(Fix.manual("move the annotation")));
      }
    }
    return violations;
  }
}
