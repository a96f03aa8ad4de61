package dev.netlog.platform.ovn.placement;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// A Namespace that switches logging on and has nothing that could log.
public final class AnnotationWithoutPolicy implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-annotation-without-policy", "ovn", Severity.INFO)
          .code("annotation-without-effect")
          .title("acl-logging on a namespace in which nothing can be logged")
          .explanation(
              """
              The annotation of a Namespace switches on the log of the ACLs that OVN-Kubernetes makes from \
              the namespace's NetworkPolicies, MultiNetworkPolicies and EgressFirewalls. Without any of \
              them there is no ACL: all traffic is allowed and none of it is logged. Admin policies have an \
              annotation of their own.

              Reported only where the input is declared to be everything there is.
              """)
          .remedy(
              FixKind.MANUAL,
              "Add the missing policy, for example a default deny, or delete the annotation.")
          .sources(OvnSources.NAMESPACE, OvnSources.ACL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclAnnotation annotation = AclAnnotation.of(subject);
    String name = subject.id().name();
    if (annotation == null
        || annotation.reader() != AclReader.NAMESPACE_POLICIES
        || name.isEmpty()
        || !annotation.levels().isOn()
        || !OvnKinds.LOGGED_BY_NAMESPACE.stream()
            .allMatch(kind -> inventory.list(kind, name).isKnownEmpty())) {
      return List.of();
    }
    String message =
        "namespace "
            + Quoted.of(name)
            + " has no network policy and no egress firewall, so there is nothing to log; add one"
            + " or delete the annotation";
    return List.of(
        Violation.at(AclAnnotation.key(), message)
            .withFix(Fix.manual("add a policy or delete the annotation")));
  }
}
