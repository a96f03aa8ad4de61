package dev.netlog.policy;

import dev.netlog.network.Direction;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The ports of pods that are assumed: each name that a policy uses means a port of its own, one
/// that no policy mentions by number, or at least none mentions alone, as far as there is any left.
public final class AssumedPorts {
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
    return names.isEmpty() ? PortNames.NONE : assigned(names, mentioned);
  }

  private static PortNames assigned(Set<String> names, List<Ranges> mentioned) {
    Map<String, Ranges> ports = new TreeMap<>();
    for (Protocol protocol : Protocol.values()) {
      Ranges all = Ports.all(protocol);
      // What takes the whole protocol takes the names as well, whatever they mean.
      List<Ranges> partly = mentioned.stream().filter(each -> !each.contains(all)).toList();
      Ranges free = all.minus(Ranges.unionOf(partly));
      Ranges rest =
          all.minus(Ranges.unionOf(partly.stream().filter(AssumedPorts::isOnePort).toList()));
      for (String name : names) {
        int number = Ports.highest(free.isEmpty() ? rest.isEmpty() ? all : rest : free);
        Ranges port = Ports.of(protocol, number, number);
        ports.merge(name, port, Ranges::union);
        free = free.minus(port);
        rest = rest.minus(port);
      }
    }
    return new PortNames(ports);
  }

  private static boolean isOnePort(Ranges ports) {
    int number = Ports.highest(ports);
    return Arrays.stream(Protocol.values())
        .anyMatch(protocol -> Ports.of(protocol, number, number).equals(ports));
  }
}
