package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.json.JsonType;
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
import java.util.List;

/// The value is JSON but no object, or a member that is read is no string.
public final class WrongType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-wrong-type", "ovn", Severity.ERROR)
          .code("invalid-annotation-value")
          .title("acl-logging is not an object of strings")
          .explanation(
              """
              OVN-Kubernetes decodes the annotation into an object whose members `allow`, `deny` and `pass` \
              are strings. A value of another type, be it the whole value or one of these members, discards \
              everything, also the members that are right. That holds for `pass` on a Namespace too, though \
              nothing there uses it. `null` is no mistake: it leaves the member unset.

              On a Namespace, nothing is then logged for its network policies and egress firewalls. On an \
              AdminNetworkPolicy or BaselineAdminNetworkPolicy, a new policy is not programmed at all, and \
              an existing one no longer follows changes.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Give each member a severity as a string, or the empty string to switch it off. An object that \
              stands as a string inside a string is unwrapped by the safe fix; `false` becomes the empty \
              string by the unsafe one.
              """)
          .sources(OvnSources.NAMESPACE, OvnSources.ADMIN_POLICY, OvnSources.ENCODING_JSON);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclAnnotation annotation = AclAnnotation.of(subject);
    if (annotation == null) {
      return List.of();
    }
    return switch (annotation.reading()) {
      case AclLogging.NotJson _ -> List.of();
      case AclLogging.NotAnObject(Token value) ->
          List.of(whole(value, annotation).withEffect(AclEffect.discarded(annotation, inventory)));
      case AclLogging.Members members when members.hasWrongType() -> {
        String effect = AclEffect.discarded(annotation, inventory);
        yield members.members().stream()
            .filter(Member::isWrongType)
            .map(member -> one(member, annotation).withEffect(effect))
            .toList();
      }
      case AclLogging.Members _ -> List.of();
    };
  }

  private static Violation whole(Token value, AclAnnotation annotation) {
    String message =
        "the value is "
            + value.type().words()
            + ", but OVN reads an object of severities and discards this; write {\"deny\":"
            + " \"alert\"}";
    boolean wrapped =
        value.type() == JsonType.STRING
            && value.text().startsWith("{")
            && annotation.wouldTake(value.text());
    return Violation.at(AclAnnotation.place(value), message)
        .withFix(
            wrapped
                ? Fix.safe("unwrap the object", AclAnnotation.to(value.text()))
                : Fix.manual("write the value as an object of severities"));
  }

  private static Violation one(Member member, AclAnnotation annotation) {
    Token value = member.value();
    String written = annotation.text().substring(value.start(), value.end());
    String message =
        "the value of "
            + Quoted.of(member.name())
            + " is "
            + value.type().words()
            + ", but OVN reads a string and discards the whole annotation; "
            + AclSeverity.CHOICE;
    return AclAnnotation.atValue(member, message)
        .withFix(
            written.equals("false")
                ? Fix.unsafe(
                    "switch it off with \"\"", AclAnnotation.to(annotation.with(value, "")))
                : Fix.manual("give a severity as a string"));
  }
}
