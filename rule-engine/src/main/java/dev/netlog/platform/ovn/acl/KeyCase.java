package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A member that OVN-Kubernetes reads only because Go's decoder does not look at the case.
public final class KeyCase implements Rule {
  /// The long s, which Unicode folds to `s`.
  private static final String LONG_S = "\u017f";

  private static final RuleInfo INFO =
      RuleInfo.of("ovn-key-case", "ovn", Severity.INFO)
          .title("a member of acl-logging is not in lower case")
          .explanation(
              """
              The members are `allow`, `deny` and `pass`. `Deny` or `ALLOW` works by luck: Go's JSON \
              decoder, which OVN-Kubernetes uses, takes member names in any case, and even `paſs`, with \
              the long s U+017F. Tools that look for the exact name, such as `jq` or a policy engine, see \
              an annotation without that member, and so would Go's newer decoder, `encoding/json/v2`.
              """)
          .remedy(FixKind.SAFE, "Write the member in lower case; the safe fix does it.")
          .sources(
              OvnSources.ACL,
              OvnSources.ENCODING_JSON,
              "[Go `encoding/json/v2`](https://pkg.go.dev/encoding/json/v2)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclAnnotation annotation = AclAnnotation.of(subject);
    if (annotation == null || !(annotation.reading() instanceof AclLogging.Members members)) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    for (Member member : members.members()) {
      AclField field = member.field();
      if (field != null && !member.isWrongType() && !member.name().equals(field.key())) {
        boolean alone = members.of(field).size() == 1;
        violations.add(
            violation(member, field).withFix(alone ? fix(member, field, annotation) : null));
      }
    }
    return violations;
  }

  private static Violation violation(Member member, AclField field) {
    String exact = Quoted.of(field.key());
    return AclAnnotation.atKey(
        member,
        Quoted.of(member.name())
            + " is read as "
            + exact
            + " only because Go's JSON decoder ignores case"
            + (member.name().contains(LONG_S) ? ", by which U+017F is an s" : "")
            + "; other tools may not, so write "
            + exact);
  }

  /// Where the field is given again, a new name would make two of one: `ovn-duplicate-key` speaks.
  private static Fix fix(Member member, AclField field, AclAnnotation annotation) {
    String text = annotation.with(member.key(), field.key());
    return Fix.safe("rename it to " + Quoted.of(field.key()), AclAnnotation.to(text));
  }
}
