package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Related;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// Several members that mean the same field.
public final class OvnDuplicateKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-duplicate-key", "ovn", Severity.WARNING)
          .title("members of acl-logging overwrite each other")
          .explanation(
              """
              Go's JSON decoder takes member names in any case and lets the last one win: of \
              `{"deny": "alert", "Deny": "info"}` OVN-Kubernetes keeps `info`, and the exact spelling has \
              no advantage. `null` leaves a member as it is, so a later `"deny": null` does not switch off \
              an earlier `"deny": "alert"`. Other JSON tools read such a value otherwise.
              """)
          .remedy(FixKind.MANUAL, "Keep the member that is meant and delete the others.")
          .sources(OvnSources.ACL, OvnSources.ENCODING_JSON);

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
    for (AclField field : AclField.values()) {
      List<Member> same = members.of(field);
      Member deciding = members.deciding(field);
      // Where no string is among them, a null or a wrong type is all there is to say.
      if (same.size() > 1 && deciding != null) {
        violations.add(violation(same, deciding, subject));
      }
    }
    return violations;
  }

  private static Violation violation(List<Member> same, Member deciding, Resource subject) {
    Member last = same.getLast();
    String message =
        Quoted.of(last.name())
            + " is given "
            + same.size()
            + " times, whatever the case, and OVN takes "
            + Quoted.of(deciding.value().text())
            + (deciding.equals(last) ? ", the last one" : ", the last one that is not null")
            + "; delete the others";
    List<Related> others =
        same.subList(0, same.size() - 1).stream()
            .map(member -> new Related(subject, AclAnnotation.place(member.key()), says(member)))
            .toList();
    return AclAnnotation.atKey(last, message)
        .withRelated(others)
        .withFix(Fix.manual("keep one of them"));
  }

  private static String says(Member member) {
    return Quoted.of(member.name()) + " stands here too";
  }
}
