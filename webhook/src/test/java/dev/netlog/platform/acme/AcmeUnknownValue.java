package dev.netlog.platform.acme;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A value that Acme does not know.
final class AcmeUnknownValue implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("acme-unknown-value", "acme", Severity.ERROR)
          .title("a value that Acme does not know")
          .explanation("Acme takes `on` and `off`, and records nothing for any other value.")
          .remedy(FixKind.SAFE, "Write `on` or `off`.")
          .sources("[Acme, flow records](https://acme.example/records)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<Violation> violations = new ArrayList<>();
    for (AcmeKey key : AcmeKey.values()) {
      String value = key.value(subject);
      if (value != null && !value.equals("on") && !value.equals("off")) {
        JsonPointer at = Resource.annotationPointer(key.key());
        String meant = value.strip().toLowerCase(Locale.ROOT);
        Fix fix =
            meant.equals("on") || meant.equals("off")
                ? Fix.safe("write " + meant, new Edit.Set(at, new Value.Text(meant)))
                : Fix.manual("write on or off");
        String message =
            "value "
                + Quoted.of(value)
                + " is unknown to Acme, which then records nothing; use on or off";
        violations.add(Violation.at(Place.value(at), message).withFix(fix));
      }
    }
    return violations;
  }
}
