package dev.netlog.platform.ovn.egress;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A `type` or `protocol` that is near what OVN-Kubernetes knows.
public final class EgressFirewallType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-egress-firewall-type", "ovn", Severity.ERROR)
          .title("OVN-Kubernetes does not know this type or protocol of an EgressFirewall")
          .explanation(
              """
              The CRD checks `type` against the pattern `^Allow|Deny$` and `protocol` against \
              `^TCP|UDP|SCTP$`. Both are anchored at their ends only, so `Allowed`, `XDeny` or `TCPX` pass. \
              OVN-Kubernetes compares exactly: a rule whose type is not `Allow` drops, and a port whose \
              protocol it does not know is left out of the match.

              Other values, such as `allow`, are refused by the API server.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Write `Allow` or `Deny`, and `TCP`, `UDP` or `SCTP`. The safe fix corrects what the API server \
              refuses for case or blanks alone; what is in force already and would change its meaning takes \
              the unsafe one.
              """)
          .sources(OvnSources.EGRESS_FIREWALL);

  private static final JsonPointer RULES = JsonPointer.of("spec", "egress");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    if (!subject.is(OvnKinds.EGRESS_FIREWALL)) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    List<Value> rules = subject.content().itemsAt(RULES);
    for (int i = 0; i < rules.size(); i++) {
      add(EgressFirewallMember.TYPE, rules.get(i), RULES.child(i), violations);
      List<Value> ports = rules.get(i).itemsAt(JsonPointer.of("ports"));
      for (int j = 0; j < ports.size(); j++) {
        add(
            EgressFirewallMember.PROTOCOL,
            ports.get(j),
            RULES.child(i).child("ports").child(j),
            violations);
      }
    }
    return violations;
  }

  private static void add(
      EgressFirewallMember member, Value holder, JsonPointer parent, List<Violation> violations) {
    Value value = holder.at(JsonPointer.of(member.key()));
    if (value == null
        || (value instanceof Value.Text(String text) && member.choices().contains(text))) {
      return;
    }
    Place place = Place.value(parent.child(member.key()));
    violations.add(
        value instanceof Value.Text(String text)
            ? Violation.at(place, message(member, text)).withFix(fix(member, text, place.pointer()))
            : Violation.at(
                place,
                member.key()
                    + " is of type "
                    + value.typeName()
                    + ", so the API server refuses it; use "
                    + choice(member)));
  }

  private static String message(EgressFirewallMember member, String text) {
    String start = member.key() + " " + Quoted.of(text);
    return member.passesPattern(text)
        ? start
            + " slips through the CRD, but OVN-Kubernetes does not know it and "
            + member.consequence()
            + "; use "
            + choice(member)
        : start + " is refused by the API server; use " + choice(member);
  }

  private static String choice(EgressFirewallMember member) {
    return String.join(" or ", member.choices());
  }

  private static Fix fix(EgressFirewallMember member, String text, JsonPointer pointer) {
    String near = DidYouMean.of(text, member.choices());
    if (near == null) {
      return Fix.manual("use " + choice(member));
    }
    Edit edit = new Edit.Set(pointer, new Value.Text(near));
    boolean sameWord = text.strip().equalsIgnoreCase(near);
    return sameWord && !member.passesPattern(text)
        ? Fix.safe("write " + Quoted.of(near), edit)
        : Fix.unsafe("write " + Quoted.of(near), edit);
  }
}
