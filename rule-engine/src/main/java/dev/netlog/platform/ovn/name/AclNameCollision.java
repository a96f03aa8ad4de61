package dev.netlog.platform.ovn.name;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.platform.ovn.name.AclNames.Name;
import dev.netlog.platform.text.Counted;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Related;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rules whose ACLs have the same name.
public final class AclNameCollision implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-acl-name-collision", "ovn", Severity.WARNING)
          .code("acl-name-collision")
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("two rules have one ACL name")
          .explanation(
              """
              OVN keeps 63 characters of an ACL's name. Where long names are cut, several rules of a policy, \
              or of different policies, end up with the same one, and a line of the ACL audit log no longer \
              says which of them has decided. A MultiNetworkPolicy and a NetworkPolicy of one name in one \
              namespace share all names, as these do not tell the network.
              """)
          .remedy(FixKind.MANUAL, "Shorten or change the name of the policy, or of its namespace.")
          .sources(OvnSources.ACL, OvnSources.OVN_SCHEMA);

  /// The most other places that a finding lists.
  private static final int RELATED_LIMIT = 10;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    Map<String, List<Name>> own = AclNamesakes.byKeptName(subject);
    if (own.isEmpty()) {
      return List.of();
    }
    Map<String, List<Related>> shared = new LinkedHashMap<>();
    own.forEach(
        (kept, names) -> names.stream().skip(1).forEach(name -> add(subject, name, shared)));
    for (Resource other : AclNamesakes.of(subject, inventory, RELATED_LIMIT)) {
      AclNamesakes.byKeptName(other)
          .forEach(
              (kept, names) -> {
                if (own.containsKey(kept)) {
                  names.forEach(name -> add(other, name, shared));
                }
              });
    }
    return shared.isEmpty() ? List.of() : List.of(violation(own, shared));
  }

  private static void add(Resource policy, Name name, Map<String, List<Related>> shared) {
    JsonPointer rule = name.rule();
    if (rule != null) {
      String message = "this rule of " + policy.id() + " has the ACL name too";
      shared
          .computeIfAbsent(name.kept(), _ -> new ArrayList<>())
          .add(new Related(policy, Place.value(rule), message));
    }
  }

  private static Violation violation(
      Map<String, List<Name>> own, Map<String, List<Related>> shared) {
    int rules =
        shared.keySet().stream().mapToInt(kept -> own.getOrDefault(kept, List.of()).size()).sum();
    Name first = own.getOrDefault(shared.keySet().iterator().next(), List.of()).getFirst();
    String message =
        Counted.of(rules, "rule", "rules")
            + " of this policy "
            + (rules == 1 ? "shares its ACL name" : "share their ACL names")
            + " with another rule, first "
            + first.shown()
            + "; shorten or change the policy's name";
    List<Related> related =
        shared.values().stream().flatMap(List::stream).limit(RELATED_LIMIT).toList();
    return Violation.at(Place.value(JsonPointer.of("metadata", "name")), message)
        .withEffect("log lines do not say which of these rules has decided")
        .withRelated(related)
        .withFix(Fix.manual("shorten or change the name of the policy or of its namespace"));
  }
}
