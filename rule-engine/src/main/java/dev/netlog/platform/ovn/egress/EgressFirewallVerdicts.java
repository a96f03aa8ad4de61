package dev.netlog.platform.ovn.egress;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Direction;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.ovn.facts.OvnKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the EgressFirewall of a namespace decides.
public final class EgressFirewallVerdicts {
  /// The only name that the CRD takes.
  private static final String NAME = "default";

  private EgressFirewallVerdicts() {}

  /// One verdict for each rule, in their order.
  public static List<NamespaceVerdict> of(String namespace, Inventory inventory) {
    Lookup lookup = inventory.find(OvnKinds.EGRESS_FIREWALL, namespace, NAME);
    return lookup instanceof Lookup.Found(Resource firewall) ? of(namespace, firewall) : List.of();
  }

  private static List<NamespaceVerdict> of(String namespace, Resource firewall) {
    List<NamespaceVerdict> verdicts = new ArrayList<>();
    // What lies in a rule that itself lies in another, lies in that other.
    List<EgressFirewallRule> outermost = new ArrayList<>();
    for (EgressFirewallRule rule : EgressFirewallRule.of(firewall)) {
      EgressFirewallRule shadow = first(outermost, rule);
      if (shadow == null) {
        outermost.add(rule);
      }
      verdicts.add(
          new NamespaceVerdict(
              firewall,
              rule.index(),
              Direction.EGRESS,
              rule.verdict(),
              ResourceId.reference(firewall.id().kind(), null, namespace) + "#" + rule.index(),
              shadow == null ? null : shadow.index()));
    }
    return verdicts;
  }

  /// The rules whose connections no rule decides any more, as reports name them.
  public static Set<String> undecided(String namespace, Inventory before, Inventory after) {
    Set<String> undecided = new TreeSet<>();
    if (before.find(OvnKinds.EGRESS_FIREWALL, namespace, NAME)
        instanceof Lookup.Found(Resource firewall)) {
      List<EgressFirewallRule> now =
          after.find(OvnKinds.EGRESS_FIREWALL, namespace, NAME)
                  instanceof Lookup.Found(Resource other)
              ? EgressFirewallRule.of(other)
              : List.of();
      for (EgressFirewallRule rule : EgressFirewallRule.of(firewall)) {
        if (!rule.isDecidedBy(now)) {
          undecided.add(
              ResourceId.reference(firewall.id().kind(), null, namespace) + "#" + rule.index());
        }
      }
    }
    return undecided;
  }

  private static @Nullable EgressFirewallRule first(
      List<EgressFirewallRule> earlier, EgressFirewallRule rule) {
    for (EgressFirewallRule candidate : earlier) {
      if (candidate.decidesAllOf(rule)) {
        return candidate;
      }
    }
    return null;
  }
}
