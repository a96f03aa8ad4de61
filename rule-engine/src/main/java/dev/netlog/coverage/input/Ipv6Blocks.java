package dev.netlog.coverage.input;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the address blocks of a policy that are IPv6.
final class Ipv6Blocks {
  private Ipv6Blocks() {}

  /// Whether a rule of a policy names an IPv6 block.
  static boolean isNamedBy(Resource policy) {
    return policy.content().members().get("spec") instanceof Value.Mapping spec
        && (inRules(spec.members().get("ingress"), "from")
            || inRules(spec.members().get("egress"), "to"));
  }

  private static boolean inRules(@Nullable Value rules, String side) {
    return items(rules).stream()
        .flatMap(rule -> items(member(rule, side)).stream())
        .anyMatch(
            peer ->
                isIpv6(member(member(peer, "ipBlock"), "cidr"))
                    || items(member(peer, "networks")).stream().anyMatch(Ipv6Blocks::isIpv6));
  }

  private static boolean isIpv6(@Nullable Value block) {
    return block instanceof Value.Text(String text) && text.indexOf(':') >= 0;
  }

  private static @Nullable Value member(@Nullable Value object, String name) {
    return object instanceof Value.Mapping mapping ? mapping.members().get(name) : null;
  }

  private static List<Value> items(@Nullable Value list) {
    return list instanceof Value.Sequence(List<Value> items) ? items : List.of();
  }
}
