package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleRule.End;
import dev.netlog.coverage.oracle.OracleRule.Service;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All connections of a subject in one direction, as far as some rules tell them apart: for each
/// one the rules that match it, as the bits of a number.
///
/// The connections that are tried are finitely many and yet enough: see [Ends]. Of ports the first
/// of each stretch without a boundary. Of the names that a port may have every subset.
final class Universe {
  private final List<OracleRule> rules;
  private final Set<OracleRule> idle;
  private final String direction;
  private final Set<Kind> ends;
  private final Map<Set<NamedPort>, Set<Long>> connections = new HashMap<>();

  /// @param idle the rules of policies that are not programmed
  /// @param namespace the subjects'
  /// @param ipv6 whether peers have IPv6 addresses too
  Universe(
      List<OracleRule> rules,
      Set<OracleRule> idle,
      String direction,
      String namespace,
      boolean blocksMatchPods,
      boolean ipv6) {
    if (rules.size() > 64) {
      throw new IllegalArgumentException("more rules than bits");
    }
    this.rules = rules;
    this.idle = idle;
    this.direction = direction;
    this.ends = new HashSet<>();
    for (End end : Ends.of(rules, namespace, ipv6)) {
      long mask = 0;
      for (int i = 0; i < rules.size(); i++) {
        mask |= rules.get(i).matches(end, blocksMatchPods) ? 1L << i : 0;
      }
      ends.add(new Kind(mask, end.namespace() != null));
    }
  }

  /// What an end, or a service, is for the rules.
  ///
  /// @param rules those that match it
  /// @param ofPod of an end whether it is a pod, of a service whether only pods offer it
  private record Kind(long rules, boolean ofPod) {}

  /// The connections of a subject.
  ///
  /// @param declared its named ports, null where all resolve
  Set<Long> of(@Nullable Set<NamedPort> declared) {
    Set<String> names = Services.names(rules);
    if (direction.equals("Egress")) {
      return connections.computeIfAbsent(Set.of(), _ -> connections(names, Set.of()));
    }
    Set<NamedPort> relevant =
        new HashSet<>(declared == null ? Services.assumed(rules, idle) : declared);
    relevant.removeIf(each -> !names.contains(each.name()));
    return connections.computeIfAbsent(relevant, _ -> connections(names, relevant));
  }

  private Set<Long> connections(Set<String> names, Set<NamedPort> declared) {
    Set<Kind> services = new HashSet<>();
    for (Service service : Services.of(rules, direction, names, declared)) {
      long mask = 0;
      for (int i = 0; i < rules.size(); i++) {
        mask |= rules.get(i).matches(service) ? 1L << i : 0;
      }
      services.add(new Kind(mask, direction.equals("Egress") && !service.names().isEmpty()));
    }
    Set<Long> all = new HashSet<>();
    for (Kind end : ends) {
      for (Kind service : services) {
        if (end.ofPod() || !service.ofPod()) {
          all.add(end.rules() & service.rules());
        }
      }
    }
    return all;
  }
}
