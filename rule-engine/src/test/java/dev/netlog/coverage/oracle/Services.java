package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleRule.Numbers;
import dev.netlog.coverage.oracle.OracleRule.Service;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// The protocols, ports and names of ports that some rules may tell apart.
final class Services {
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");

  private Services() {}

  /// @param names those that rules mention
  /// @param declared the subject's
  static List<Service> of(
      List<OracleRule> rules, String direction, Set<String> names, Set<NamedPort> declared) {
    Set<Integer> ports = new TreeSet<>(Set.of(1));
    for (OracleRule rule : rules) {
      for (OracleRule.PortTest test : rule.ports()) {
        if (test instanceof Numbers(String _, int first, int last)) {
          ports.add(first);
          ports.add(Math.min(last + 1, 65535));
        }
      }
    }
    if (direction.equals("Egress")) {
      return services(ports, (_, _) -> subsets(names));
    }
    for (NamedPort each : declared) {
      ports.add(each.number());
      ports.add(Math.min(each.number() + 1, 65535));
    }
    return services(ports, (protocol, port) -> Set.of(names(declared, protocol, port)));
  }

  /// A service before and after a change.
  record Two(Service before, Service after) {}

  /// The same for a subject whose ports have other names after a change.
  static List<Two> both(
      List<OracleRule> rules, String direction, Set<NamedPort> before, Set<NamedPort> after) {
    Set<NamedPort> declared = new HashSet<>(before);
    declared.addAll(after);
    List<Two> both = new ArrayList<>();
    for (Service each : of(rules, direction, names(rules), declared)) {
      both.add(
          direction.equals("Egress")
              ? new Two(each, each)
              : new Two(named(each, before), named(each, after)));
    }
    return both;
  }

  private static Service named(Service service, Set<NamedPort> declared) {
    String protocol = service.protocol();
    return new Service(protocol, service.port(), names(declared, protocol, service.port()));
  }

  private static Set<String> names(Set<NamedPort> declared, String protocol, int port) {
    Set<String> names = new TreeSet<>();
    for (NamedPort each : declared) {
      if (each.protocol().equals(protocol) && each.number() == port) {
        names.add(each.name());
      }
    }
    return names;
  }

  private static List<Service> services(
      Set<Integer> ports, BiFunction<String, Integer, Set<Set<String>>> names) {
    List<Service> services = new ArrayList<>();
    for (String protocol : PROTOCOLS) {
      for (int port : ports) {
        names.apply(protocol, port).forEach(n -> services.add(new Service(protocol, port, n)));
      }
    }
    return services;
  }

  /// Each name means a port of its own: the highest that no rule mentions; else the highest that no
  /// rule of a programmed policy mentions; else the highest that none of these mentions alone. So
  /// what is not programmed has no say where others use a name.
  ///
  /// @param idle the rules of policies that are not programmed
  static Set<NamedPort> assumed(List<OracleRule> rules, Set<OracleRule> idle) {
    List<OracleRule> programmed = rules.stream().filter(each -> !idle.contains(each)).toList();
    Set<String> names = new LinkedHashSet<>(names(programmed));
    names.addAll(names(rules));
    Set<NamedPort> assumed = new HashSet<>();
    for (String protocol : PROTOCOLS) {
      List<Numbers> all = numbers(rules, protocol);
      List<Numbers> mentioned = numbers(programmed, protocol);
      List<Numbers> alone = mentioned.stream().filter(each -> each.first() == each.last()).toList();
      Set<Integer> taken = new TreeSet<>();
      for (String name : names) {
        int number = 0;
        for (List<Numbers> some : List.of(all, mentioned, alone)) {
          number = number > 0 ? number : highest(some, taken);
        }
        taken.add(Math.max(1, number));
        assumed.add(new NamedPort(name, protocol, Math.max(1, number)));
      }
    }
    return assumed;
  }

  /// The names that rules use, in order.
  static Set<String> names(List<OracleRule> rules) {
    Set<String> names = new TreeSet<>();
    for (OracleRule rule : rules) {
      for (OracleRule.PortTest test : rule.ports()) {
        if (test instanceof OracleRule.Named named) {
          names.add(named.name());
        }
      }
    }
    return names;
  }

  /// What rules mention of a protocol, but for all of it.
  private static List<Numbers> numbers(List<OracleRule> rules, String protocol) {
    List<Numbers> mentioned = new ArrayList<>();
    for (OracleRule rule : rules) {
      for (OracleRule.PortTest test : rule.ports()) {
        if (test instanceof Numbers numbers
            && numbers.protocol().equals(protocol)
            && (numbers.first() > 1 || numbers.last() < 65535)) {
          mentioned.add(numbers);
        }
      }
    }
    return mentioned;
  }

  /// The highest port outside of some; 0 where there is none.
  private static int highest(List<Numbers> some, Set<Integer> taken) {
    Set<Integer> candidates = new TreeSet<>(Set.of(65535));
    some.forEach(each -> candidates.add(each.first() - 1));
    taken.forEach(each -> candidates.add(each - 1));
    int highest = 0;
    for (int port : candidates) {
      boolean free =
          !taken.contains(port)
              && some.stream().noneMatch(each -> each.first() <= port && port <= each.last());
      highest = free ? port : highest;
    }
    return highest;
  }

  /// All sets of some names.
  static Set<Set<String>> subsets(Set<String> names) {
    Set<Set<String>> subsets = new LinkedHashSet<>(Set.of(Set.of()));
    for (String name : names) {
      for (Set<String> each : List.copyOf(subsets)) {
        Set<String> larger = new TreeSet<>(each);
        larger.add(name);
        subsets.add(larger);
      }
    }
    return subsets;
  }
}
