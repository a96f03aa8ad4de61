package dev.netlog.platform.ovn.audit;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
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
import org.jspecify.annotations.Nullable;

/// Names and types that the API server does not take in `policyAuditConfig`.
public final class AuditConfigShape implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-audit-config", "ovn", Severity.ERROR)
          .title("the API server does not take this part of policyAuditConfig")
          .explanation(
              """
              The settings of the audit log stand in `spec.defaultNetwork.ovnKubernetesConfig.policyAuditConfig` \
              of the operator's Network. A misspelt name, such as `policyAuditingConfig` from an old README \
              or `RateLimit` with a capital, is pruned without a word and the default stays in force. \
              `rateLimit`, `maxFileSize` and `maxLogFiles` are whole numbers from 1 to 2147483647, \
              `destination` and `syslogFacility` are strings; the API server refuses the object otherwise.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Use the documented names and types. The unsafe fix renames near misses; look at the \
              values first, as they come into force by that and every node's ovnkube pod is restarted.
              """)
          .sources(OvnSources.OPENSHIFT_API, OvnSources.NETWORK_OPERATOR);

  private static final List<JsonPointer> PARENTS =
      List.of(JsonPointer.of("spec"), JsonPointer.of("spec", "defaultNetwork"), AuditConfig.PARENT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    if (!subject.is(OvnKinds.OPERATOR_NETWORK)) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    PARENTS.forEach(parent -> addStrayConfigs(subject, parent, violations));
    switch (subject.content().at(AuditConfig.POINTER)) {
      case null -> {}
      case Value.Null _ -> {}
      case Value.Mapping config -> AuditMembers.addAll(config, violations);
      case Value other ->
          violations.add(
              Violation.at(
                  Place.value(AuditConfig.POINTER),
                  AuditConfig.NAME
                      + " is of type "
                      + other.typeName()
                      + ", so the API server refuses the object; give an object"));
    }
    return violations;
  }

  /// Members that were meant for the configuration, by their name, but are not it.
  private static void addStrayConfigs(
      Resource subject, JsonPointer parent, List<Violation> violations) {
    Value.Mapping members = subject.content().mappingAt(parent);
    for (String name : members.members().keySet()) {
      boolean right = name.equals(AuditConfig.NAME) && parent.equals(AuditConfig.PARENT);
      if (!right && name.toLowerCase(Locale.ROOT).contains("audit")) {
        violations.add(
            Violation.at(Place.key(parent.child(name)), message(name, parent))
                .withFix(fix(subject, parent.child(name), members.get(name))));
      }
    }
  }

  private static String message(String name, JsonPointer parent) {
    return "the API server drops the unknown member "
        + Quoted.of(name)
        + " of "
        + parent.last()
        + ", so the audit log keeps its defaults; write "
        + (parent.equals(AuditConfig.PARENT)
            ? AuditConfig.NAME
            : "spec.defaultNetwork.ovnKubernetesConfig." + AuditConfig.NAME);
  }

  private static Fix fix(Resource subject, JsonPointer stray, @Nullable Value value) {
    return value == null || subject.content().at(AuditConfig.POINTER) != null
        ? Fix.manual("move its members to " + AuditConfig.NAME)
        : Fix.unsafe(
            "rename it to " + Quoted.of(AuditConfig.NAME),
            new Edit.Remove(stray),
            new Edit.Set(AuditConfig.POINTER, value));
  }
}
