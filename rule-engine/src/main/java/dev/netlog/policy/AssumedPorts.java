package dev.netlog.policy;

import dev.netlog.network.Direction;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The ports of pods that are assumed: each name that a policy uses means a port of its own, one
/// that no policy mentions by number, as far as there is any left.
public final class AssumedPorts {
  private static final int LAST = 65535;

  private AssumedPorts() {}

  /// The ports of a virtual subject to which these policies may apply.
  public static PortNames of(Collection<NetworkPolicy> policies, Collection<AdminPolicy> admins) {
    List<PortClause> clauses =
        Stream.concat(
                policies.stream().flatMap(policy -> policy.rules(Direction.INGRESS).stream()),
                admins.stream()
                    .flatMap(policy -> policy.rules(Direction.INGRESS).stream())
                    .map(AdminRule::connections))
            .flatMap(rule -> rule.ports().stream())
            .toList();
    Set<String> names = new TreeSet<>();
    List<Ranges> mentioned = new ArrayList<>();
    for (PortClause clause : clauses) {
      switch (clause) {
        case PortClause.Name name -> names.add(name.name());
        case PortClause.Numbers(Ranges ports) -> mentioned.add(ports);
      }
    }
    return names.isEmpty() ? PortNames.NONE : assigned(names, Ranges.unionOf(mentioned));
  }

  private static PortNames assigned(Set<String> names, Ranges mentioned) {
    Map<String, Ranges> ports = new TreeMap<>();
    int next = LAST;
    for (String name : names) {
      int candidate = next;
      while (candidate > 1 && everywhere(candidate).intersects(mentioned)) {
        candidate--;
      }
      if (candidate <= 1) {
        // Every number is mentioned somewhere; any one will do.
        candidate = next;
      }
      ports.put(name, everywhere(candidate));
      next = Math.max(2, candidate - 1);
    }
    return new PortNames(ports);
  }

  private static Ranges everywhere(int port) {
    Ranges all = Ranges.empty();
    for (Protocol protocol : Protocol.values()) {
      all = all.union(Ports.of(protocol, port, port));
    }
    return all;
  }
}
