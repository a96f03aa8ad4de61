package dev.netlog.platform.ovn.egress;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Addresses;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.validation.PlaceholderSyntax;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules of an EgressFirewall that keep OVN-Kubernetes from installing any of it.
public final class EgressFirewallUnreadable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-egress-firewall-rule", "ovn", Severity.ERROR)
          .title("OVN-Kubernetes installs nothing of this EgressFirewall")
          .explanation(
              """
              The CRD does not look into `cidrSelector`: any string is stored. OVN-Kubernetes reads it with \
              Go's `ParseCIDR`, which wants a mask, knows no mask above 32 (128 for IPv6) and takes no zeros \
              before a number; bits of the host may be set. One block that it cannot read, a `nodeSelector` \
              that is none, or a rule beyond index 8,000, for which no priority is left, makes the whole \
              object fail: none of its rules filters or logs anything. Only its status tells, as \
              `EgressFirewall Rules not correctly applied`.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Write the block as in `10.0.0.0/8`, a single address as in `192.0.2.1/32`. The unsafe fix adds the \
              mask of a single address. Join rules where there are too many.
              """)
          .sources(
              OvnSources.EGRESS_FIREWALL, "[Go `net.ParseCIDR`](https://pkg.go.dev/net#ParseCIDR)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    if (!subject.is(OvnKinds.EGRESS_FIREWALL)) {
      return List.of();
    }
    List<JsonPointer> refused =
        EgressFirewallCheck.refusals(subject).stream().map(InputProblem::at).toList();
    return EgressFirewallCheck.notProgrammed(subject).stream()
        .filter(problem -> !refused.contains(problem.at()))
        .filter(problem -> !isPlaceholder(subject, problem.at()))
        .map(
            problem ->
                Violation.at(Place.value(problem.at()), problem.message())
                    .withFix(fix(subject, problem.at())))
        .toList();
  }

  private static boolean isPlaceholder(Resource subject, JsonPointer at) {
    String text = subject.content().textAt(at);
    return text != null && PlaceholderSyntax.areIn(text);
  }

  private static @Nullable Fix fix(Resource subject, JsonPointer at) {
    String text = subject.content().textAt(at);
    if (text == null || Addresses.address(text) == null) {
      return null;
    }
    String block = text + (text.contains(":") ? "/128" : "/32");
    return Fix.unsafe("write " + block, new Edit.Set(at, new Value.Text(block)));
  }
}
