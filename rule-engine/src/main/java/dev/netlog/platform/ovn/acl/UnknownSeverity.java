package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.acl.JsonText.Token;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A severity that is none of the five.
public final class UnknownSeverity implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-unknown-severity", "ovn", Severity.ERROR)
          .code("invalid-annotation-value")
          .title("a severity of acl-logging is unknown to OVN")
          .explanation(
              """
              OVN knows the severities `alert`, `warning`, `notice`, `info` and `debug`, in exactly this \
              spelling: `Alert`, `warn` or a blank behind the word are unknown. The empty string switches a \
              verdict's log off.

              On a Namespace, a verdict with an unknown severity is not logged; the other one is kept. The \
              only trace is a warning in the log of ovnkube. `pass` is not checked there.

              On an AdminNetworkPolicy or BaselineAdminNetworkPolicy, one unknown severity, `pass` \
              included, is enough: a new policy is not programmed at all, so none of its rules is \
              enforced, and an existing one no longer follows changes. The message in the policy's status \
              says that logging is disabled, which is only half of it.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Use one of the five severities, or `""` for off. The safe fix corrects case and blanks, and \
              the unsafe one also puts the severity that was probably meant.
              """)
          .sources(
              OvnSources.ACL, OvnSources.NAMESPACE, OvnSources.ADMIN_POLICY, OvnSources.OVN_SCHEMA);

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
      Member member = annotation.reader().checks(field) ? members.deciding(field) : null;
      if (member != null && !AclSeverity.isKnown(member.value().text())) {
        violations.add(
            AclAnnotation.atValue(member, message(member, field, annotation.reader()))
                .withEffect(AclEffect.off(field, annotation, inventory))
                .withFix(fix(member.value(), annotation)));
      }
    }
    return violations;
  }

  private static String message(Member member, AclField field, AclReader reader) {
    String written = member.value().text();
    String consequence =
        reader.programsPolicy()
            ? ", which then does not program the policy for the sake of " + Quoted.of(field.key())
            : ", which then logs nothing for " + Quoted.of(field.key());
    return "severity "
        + Quoted.of(written)
        + " is unknown to OVN"
        + consequence
        + "; "
        + advice(written);
  }

  private static String advice(String written) {
    if (AclSeverity.meansOff(written)) {
      return "switch it off with \"\", or " + AclSeverity.CHOICE;
    }
    String meant = AclSeverity.meant(written);
    String hint = meant == null ? "" : " (did you mean " + Quoted.of(meant) + "?)";
    return AclSeverity.CHOICE + hint;
  }

  private static Fix fix(Token value, AclAnnotation annotation) {
    String same = AclSeverity.sameWord(value.text());
    if (same != null) {
      return Fix.safe(title(same), AclAnnotation.to(annotation.with(value, same)));
    }
    String guess = guess(value.text());
    return guess == null
        ? Fix.manual("use one of the five severities")
        : Fix.unsafe(title(guess), AclAnnotation.to(annotation.with(value, guess)));
  }

  private static @Nullable String guess(String written) {
    return AclSeverity.meansOff(written) ? "" : AclSeverity.meant(written);
  }

  private static String title(String severity) {
    return "write " + Quoted.of(severity);
  }
}
