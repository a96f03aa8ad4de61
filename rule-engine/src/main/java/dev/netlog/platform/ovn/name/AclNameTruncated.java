package dev.netlog.platform.ovn.name;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.platform.ovn.name.AclNames.Name;
import dev.netlog.platform.text.Counted;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A policy whose ACLs have names that OVN cuts.
public final class AclNameTruncated implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-acl-name-truncated", "ovn", Severity.WARNING)
          .code("acl-name-truncated")
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("an ACL name is over 63 characters and is cut")
          .explanation(
              """
              A line of the ACL audit log names the ACL, and from the name one learns which policy and which \
              rule has decided: `NP:<namespace>:<policy>:Ingress:0`, `EF:<namespace>:0`, \
              `ANP:<name>:Egress:1`. OVN keeps 63 characters of it. What is cut is the end: first the number \
              of the rule, then the direction, then the policy's own name.

              The names fit while namespace and policy together have at most 49 characters (with fewer than \
              ten rules in each direction), or while the name of an AdminNetworkPolicy has at most 49. Those of \
              the default deny, `NP:<namespace>:Ingress` and `NP:<namespace>:Egress`, fit while the \
              namespace has at most 52. They belong to all its policies and are reported at the first one.
              """)
          .remedy(FixKind.MANUAL, "Shorten the name of the policy, or of its namespace.")
          .sources(OvnSources.ACL, OvnSources.OVN_SCHEMA);

  /// Stands for a namespace that is not known; a namespace has at least one character.
  private static final String UNKNOWN = "?";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    String namespace = subject.id().namespace();
    List<Name> cut =
        AclNames.of(subject, namespace == null ? UNKNOWN : namespace).stream()
            .filter(Name::isCut)
            .toList();
    List<Name> rules = cut.stream().filter(name -> name.rule() != null).toList();
    List<Name> defaults = cut.stream().filter(name -> name.rule() == null).toList();
    List<Violation> violations = new ArrayList<>();
    if (!rules.isEmpty()) {
      violations.add(ofRules(rules, subject));
    }
    if (!defaults.isEmpty() && namespace != null && isFirstIn(namespace, subject, inventory)) {
      violations.add(ofDefaultDeny(defaults));
    }
    return violations;
  }

  private static Violation ofRules(List<Name> cut, Resource policy) {
    return Violation.at(
            Place.value(JsonPointer.of("metadata", "name")),
            message(cut, "of this policy", decisive(policy)))
        .withEffect("log lines do not say in full which rule has decided")
        .withFix(Fix.manual("shorten the name of the policy or of its namespace"));
  }

  private static Violation ofDefaultDeny(List<Name> cut) {
    return Violation.at(
            Place.value(JsonPointer.of("metadata", "namespace")),
            message(cut, "of the namespace's default deny", "the namespace's name"))
        .withEffect("log lines of the default deny do not say in full which direction it was")
        .withFix(Fix.manual("shorten the name of the namespace"));
  }

  /// The names that are part of the names of a policy's rules.
  private static String decisive(Resource policy) {
    if (policy.is(OvnKinds.EGRESS_FIREWALL)) {
      return "the namespace's name";
    }
    return AclNames.isNamespaced(policy.id().groupKind())
        ? "the policy's or the namespace's name"
        : "the policy's name";
  }

  private static String message(List<Name> cut, String owner, String shortened) {
    int longest = cut.stream().mapToInt(name -> name.full().length()).max().orElseThrow();
    return Counted.of(cut.size(), "ACL name", "ACL names")
        + " "
        + owner
        + (cut.size() == 1 ? " is" : " are")
        + " over 63 characters and OVN cuts the end, which leaves "
        + cut.getFirst().shown()
        + (cut.size() == 1 ? "" : " of the first")
        + "; shorten "
        + shortened
        + " by "
        + Counted.of(longest - AclNames.LIMIT, "character", "characters");
  }

  private static boolean isFirstIn(String namespace, Resource policy, Inventory inventory) {
    for (GroupKind kind : AclNames.family(policy.id().groupKind())) {
      for (Resource other : inventory.list(kind, namespace).items()) {
        if (AclNames.canExist(other.id())) {
          return other.id().equals(policy.id());
        }
      }
    }
    return true;
  }
}
