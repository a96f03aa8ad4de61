package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleRule.End;
import dev.netlog.coverage.oracle.OracleRule.Service;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All connections of a subject in one direction, as far as the rules before and after a change
/// tell them apart.
final class JointUniverse {
  private final OracleNamespace before;
  private final OracleNamespace after;
  private final String direction;
  private final List<OracleRule> rules;
  private final Set<Kind> ends = new HashSet<>();

  /// A connection as the rules that match it before and after the change, as bits.
  record Pair(long before, long after) {}

  /// What an end, or a service, is for the rules.
  ///
  /// @param ofPod of an end whether it is a pod, of a service whether only pods offer it
  private record Kind(long before, long after, boolean ofPod) {}

  JointUniverse(OracleNamespace before, OracleNamespace after, String direction) {
    this.before = before;
    this.after = after;
    this.direction = direction;
    Set<OracleRule> all = new LinkedHashSet<>(before.rules(direction));
    all.addAll(after.rules(direction));
    this.rules = List.copyOf(all);
    for (End end : Ends.of(rules, after.name(), before.ipv6() || after.ipv6())) {
      ends.add(new Kind(matching(before, end), matching(after, end), end.namespace() != null));
    }
  }

  /// The connections of a subject that may have other named ports after the change.
  Set<Pair> of(OracleSubject old, OracleSubject now) {
    Set<Kind> services = new HashSet<>();
    for (Services.Two each :
        Services.both(rules, direction, ports(before, old.ports()), ports(after, now.ports()))) {
      boolean ofPod = direction.equals("Egress") && !each.before().names().isEmpty();
      services.add(new Kind(matching(before, each.before()), matching(after, each.after()), ofPod));
    }
    Set<Pair> pairs = new HashSet<>();
    for (Kind end : ends) {
      for (Kind service : services) {
        if (end.ofPod() || !service.ofPod()) {
          pairs.add(new Pair(end.before() & service.before(), end.after() & service.after()));
        }
      }
    }
    return pairs;
  }

  private Set<NamedPort> ports(OracleNamespace namespace, @Nullable Set<NamedPort> declared) {
    List<OracleRule> own = namespace.rules(direction);
    Set<NamedPort> ports =
        new HashSet<>(
            declared == null ? Services.assumed(own, namespace.idle(direction)) : declared);
    ports.removeIf(each -> !Services.names(rules).contains(each.name()));
    return ports;
  }

  private long matching(OracleNamespace namespace, End end) {
    long mask = 0;
    for (OracleRule rule : namespace.rules(direction)) {
      mask |= rule.matches(end, namespace.blocksMatchPods()) ? namespace.bit(rule, direction) : 0;
    }
    return mask;
  }

  private long matching(OracleNamespace namespace, Service service) {
    long mask = 0;
    for (OracleRule rule : namespace.rules(direction)) {
      mask |= rule.matches(service) ? namespace.bit(rule, direction) : 0;
    }
    return mask;
  }
}
