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
import java.util.List;

/// `pass` on an object that has no rules to pass.
public final class PassWithoutEffect implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-pass-without-effect", "ovn", Severity.INFO)
          .title("pass has no effect on a Namespace or BaselineAdminNetworkPolicy")
          .explanation(
              """
              Only an AdminNetworkPolicy has rules with the action Pass. On a Namespace nothing uses the \
              member `pass`, and its severity is not even checked. On a BaselineAdminNetworkPolicy it is \
              checked, so that a bad one keeps the policy from being programmed, but never used.
              """)
          .remedy(FixKind.SAFE, "Delete the member; the safe fix does it.")
          .sources(OvnSources.NAMESPACE, OvnSources.ADMIN_POLICY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclAnnotation annotation = AclAnnotation.of(subject);
    if (annotation == null
        || annotation.reader().uses(AclField.PASS)
        || !(annotation.reading() instanceof AclLogging.Members members)) {
      return List.of();
    }
    Member pass = members.deciding(AclField.PASS);
    if (pass == null || pass.value().text().isEmpty() || isError(pass, annotation.reader())) {
      return List.of();
    }
    String message =
        Quoted.of(pass.name())
            + " has no effect on a "
            + subject.id().kind()
            + ", which has no rules that pass; delete it";
    return List.of(AclAnnotation.atKey(pass, message).withFix(fix(pass, annotation)));
  }

  /// An unknown severity that is checked has a finding of its own.
  private static boolean isError(Member pass, AclReader reader) {
    return reader.checks(AclField.PASS) && !AclSeverity.isKnown(pass.value().text());
  }

  private static Fix fix(Member pass, AclAnnotation annotation) {
    List<Member> all = annotation.members();
    int index = all.indexOf(pass);
    boolean alone = all.stream().filter(member -> member.field() == AclField.PASS).count() == 1;
    if (!alone) {
      return Fix.manual("delete the members that mean pass");
    }
    // With the comma before it, or else the one behind it.
    int start = index > 0 ? all.get(index - 1).value().end() : pass.key().start();
    boolean first = index == 0 && all.size() > 1;
    int end = first ? all.get(1).key().start() : pass.value().end();
    String text = annotation.text();
    return Fix.safe(
        "delete " + Quoted.of(pass.name()),
        AclAnnotation.to(text.substring(0, start) + text.substring(end)));
  }
}
