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

/// Chooses ports for assumed pods. Each port name that a policy uses gets its own port: if possible
/// one that no policy mentions by number, or at least none mentions alone.
public final class AssumedPorts {
  private AssumedPorts() {}

  /// The ports of a virtual subject to which these policies may apply.
  ///
  /// @param admins the installed cluster-scoped policies
  /// @param idle those that are not installed: the ports of the others do not depend on them
  public static PortNames of(
      Collection<NetworkPolicy> policies,
      Collection<AdminPolicy> admins,
      Collection<AdminPolicy> idle) {
    List<PortClause> installed =
        Stream.concat(
                policies.stream().flatMap(policy -> policy.rules(Direction.INGRESS).stream()),
                rules(admins))
            .flatMap(rule -> rule.ports().stream())
            .toList();
    List<PortClause> others = rules(idle).flatMap(rule -> rule.ports().stream()).toList();
    Set<String> names = names(installed);
    Set<String> more = names(others);
    more.removeAll(names);
    if (names.isEmpty() && more.isEmpty()) {
      return PortNames.NONE;
    }
    List<String> ordered = new ArrayList<>(names);
    ordered.addAll(more);
    return assigned(ordered, numbers(installed), numbers(others));
  }

  private static Stream<PolicyRule> rules(Collection<AdminPolicy> policies) {
    return policies.stream()
        .flatMap(policy -> policy.rules(Direction.INGRESS).stream())
        .map(AdminRule::connections);
  }

  private static Set<String> names(List<PortClause> clauses) {
    Set<String> names = new TreeSet<>();
    for (PortClause clause : clauses) {
      if (clause instanceof PortClause.Name name) {
        names.add(name.name());
      }
    }
    return names;
  }

  private static List<Ranges> numbers(List<PortClause> clauses) {
    List<Ranges> numbers = new ArrayList<>();
    for (PortClause clause : clauses) {
      if (clause instanceof PortClause.Numbers(Ranges ports)) {
        numbers.add(ports);
      }
    }
    return numbers;
  }

  private static PortNames assigned(
      List<String> names, List<Ranges> mentioned, List<Ranges> mentionedIdly) {
    Map<String, Ranges> ports = new TreeMap<>();
    for (Protocol protocol : Protocol.values()) {
      Ranges all = Ports.all(protocol);
      // A rule for the whole protocol matches named ports anyway.
      List<Ranges> partly = mentioned.stream().filter(each -> !each.contains(all)).toList();
      Ranges free = all.minus(Ranges.unionOf(partly));
      Ranges rest =
          all.minus(Ranges.unionOf(partly.stream().filter(AssumedPorts::isOnePort).toList()));
      Ranges idle = Ranges.unionOf(mentionedIdly.stream().filter(r -> !r.contains(all)).toList());
      for (String name : names) {
        Ranges best = free.minus(idle);
        int number = Ports.highest(first(best, free, rest, all));
        Ranges port = Ports.of(protocol, number, number);
        ports.merge(name, port, Ranges::union);
        free = free.minus(port);
        rest = rest.minus(port);
      }
    }
    return new PortNames(ports);
  }

  /// The first range that is not empty; the last one never is.
  private static Ranges first(Ranges... ranges) {
    int i = 0;
    while (ranges[i].isEmpty()) {
      i++;
    }
    return ranges[i];
  }

  private static boolean isOnePort(Ranges ports) {
    int number = Ports.highest(ports);
    return Arrays.stream(Protocol.values())
        .anyMatch(protocol -> Ports.of(protocol, number, number).equals(ports));
  }
}
