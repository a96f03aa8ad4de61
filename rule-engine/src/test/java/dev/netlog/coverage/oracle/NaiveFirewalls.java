package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The namespaces in which a rule of an EgressFirewall had a record and no rule decides some of its
/// connections any more, address by address and port by port.
final class NaiveFirewalls {
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");

  private final DiffSide base;
  private final DiffSide head;

  NaiveFirewalls(DiffSide base, DiffSide head) {
    this.base = base;
    this.head = head;
  }

  /// The losses of governance.
  Set<String> lost() {
    Set<String> lost = new TreeSet<>();
    for (OraclePoint point : base.points().values()) {
      String start = "EgressFirewall/" + point.namespace() + "#";
      boolean had = point.isCovered() || (DiffSide.isUnknown(point) && base.isCoveredSo(point));
      if (had && point.reason().startsWith(start)) {
        int index = Integer.parseInt(point.reason().substring(start.length()));
        if (isConcerned(point.namespace()) && isOpen(point.namespace(), index)) {
          lost.add(point.subject() + ":egress");
        }
      }
    }
    return lost;
  }

  /// Whether the object is still there, or a workload stays.
  private boolean isConcerned(String namespace) {
    Set<String> stay = new TreeSet<>(workloads(base, namespace));
    stay.retainAll(workloads(head, namespace));
    return firewall(head, namespace) != null || !stay.isEmpty();
  }

  private static Set<String> workloads(DiffSide side, String namespace) {
    Set<String> ids = new TreeSet<>();
    side.places()
        .forEach(
            (id, place) -> {
              if (place.namespace().name().equals(namespace) && !place.subject().isVirtual()) {
                ids.add(id);
              }
            });
    return ids;
  }

  private static @Nullable Tree firewall(DiffSide side, String namespace) {
    for (Value.Mapping object : side.world().objects()) {
      Tree tree = new Tree(object);
      if (tree.get("kind").text("").equals("EgressFirewall")
          && tree.at("metadata", "namespace").text("default").equals(namespace)) {
        return tree;
      }
    }
    return null;
  }

  private static List<Tree> rules(@Nullable Tree firewall) {
    return firewall == null ? List.of() : firewall.at("spec", "egress").items();
  }

  private boolean isOpen(String namespace, int index) {
    Tree rule = rules(firewall(base, namespace)).get(index);
    Tree stands = firewall(head, namespace);
    // One that the API server refuses decides nothing.
    boolean isStored = stands != null && OracleStored.isStored(stands, true);
    List<Tree> now = isStored ? rules(stands) : List.of();
    Set<Long> addresses = new TreeSet<>(Set.of(0L));
    List<Tree> all = new ArrayList<>(now);
    all.add(rule);
    for (Tree each : all) {
      Block block = block(each);
      if (block != null) {
        addresses.add(block.first());
        if (!block.isAtEnd()) {
          addresses.add(block.last() + 1);
        }
      }
    }
    for (long address : addresses) {
      for (String protocol : PROTOCOLS) {
        // Rules name no other ports than these.
        for (int port : List.of(1, 80, 443)) {
          if (mayMatch(rule, address, protocol, port)
              && now.stream().noneMatch(each -> decides(each, rule, address, protocol, port))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable Block block(Tree rule) {
    String cidr = rule.at("to", "cidrSelector").text();
    return cidr == null ? null : Block.parse(cidr);
  }

  /// A name or nodes may be at any address.
  private static boolean mayMatch(Tree rule, long address, String protocol, int port) {
    Block block = block(rule);
    return (block == null || block.contains(address)) && matches(rule, protocol, port);
  }

  /// Names and nodes are only the same where they are written so.
  private static boolean decides(Tree rule, Tree before, long address, String protocol, int port) {
    Block block = block(rule);
    boolean there =
        rule.get("to").equals(before.get("to")) || (block != null && block.contains(address));
    return there && matches(rule, protocol, port);
  }

  private static boolean matches(Tree rule, String protocol, int port) {
    List<Tree> ports = rule.get("ports").items();
    return ports.isEmpty()
        || ports.stream()
            .anyMatch(
                each ->
                    each.get("protocol").text("").equals(protocol)
                        && Integer.valueOf(port).equals(each.get("port").number()));
  }
}
