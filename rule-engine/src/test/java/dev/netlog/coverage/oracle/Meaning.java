package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleAdmin.Entry;
import dev.netlog.coverage.oracle.OracleRule.Addresses;
import dev.netlog.coverage.oracle.OracleRule.Named;
import dev.netlog.coverage.oracle.OracleRule.Numbers;
import dev.netlog.coverage.oracle.OracleRule.Pods;
import dev.netlog.coverage.oracle.OracleSelector.Requirement;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a spec means, the same however it is written.
///
/// @param form maps, sets, lists and texts
record Meaning(Object form) {
  private static final String NOTHING = "nothing";

  /// A spec that is only compared as it is written.
  static Meaning written(Tree object) {
    Value spec = object.get("spec").value();
    return new Meaning(List.of(object.get("kind").text(""), spec == null ? Value.Null.NULL : spec));
  }

  static Meaning of(OraclePolicy policy) {
    Map<String, Object> rules = new TreeMap<>();
    for (String direction : policy.directions()) {
      Set<Object> some = new HashSet<>();
      policy.rules(direction).forEach(rule -> some.add(rule(rule)));
      rules.put(direction, some);
    }
    return new Meaning(List.of(selector(policy.selector()), rules));
  }

  /// The rules of an admin policy have an order.
  static Meaning of(OracleAdmin admin) {
    return new Meaning(
        List.of(
            admin.baseline(),
            admin.priority(),
            selector(admin.namespaces()),
            selector(admin.pods()),
            entries(admin.ingress()),
            entries(admin.egress())));
  }

  private static List<Object> entries(List<Entry> entries) {
    List<Object> forms = new ArrayList<>();
    entries.forEach(each -> forms.add(List.of(each.action(), rule(each.rule()))));
    return forms;
  }

  private static Object rule(OracleRule rule) {
    Set<Object> peers = new HashSet<>();
    rule.peers().forEach(peer -> peers.add(peer(peer)));
    Set<Object> names = new HashSet<>();
    Map<String, Set<Numbers>> numbers = new TreeMap<>();
    for (OracleRule.PortTest each : rule.ports()) {
      switch (each) {
        case Numbers some ->
            numbers.computeIfAbsent(some.protocol(), _ -> new HashSet<>()).add(some);
        case Named named -> names.add(named);
      }
    }
    Map<String, Object> united = new HashMap<>();
    numbers.forEach((protocol, some) -> united.put(protocol, stretches(some)));
    return List.of(rule.everyone(), peers, rule.everyPort(), united, names);
  }

  /// The first ports in and the first behind each stretch of ports.
  private static Set<Integer> stretches(Set<Numbers> some) {
    Set<Integer> ends = new TreeSet<>();
    for (Numbers each : some) {
      ends.add(each.first());
      ends.add(each.last() + 1);
    }
    ends.removeIf(port -> contains(some, port) == contains(some, port - 1));
    return ends;
  }

  private static boolean contains(Set<Numbers> some, int port) {
    return some.stream().anyMatch(each -> each.first() <= port && port <= each.last());
  }

  private static Object peer(OracleRule.Peer peer) {
    return switch (peer) {
      case Pods(@Nullable String namespace, OracleSelector namespaces, OracleSelector pods) ->
          List.of(namespace == null ? "*" : namespace, selector(namespaces), selector(pods));
      case Addresses addresses -> {
        Set<Long> ends = new TreeSet<>();
        ends.add(addresses.block().first());
        ends.add(addresses.block().last() + 1);
        for (Block each : addresses.except()) {
          ends.add(each.first());
          ends.add(each.last() + 1);
        }
        ends.removeIf(each -> addresses.contains(each) == addresses.contains(each - 1));
        yield List.of(ends, addresses.podsToo());
      }
    };
  }

  /// The values that each label may have, or those that it may not have.
  private static Object selector(OracleSelector selector) {
    Map<String, Object> labels = new TreeMap<>();
    for (String key : selector.keys()) {
      List<Requirement> some =
          selector.requirements().stream().filter(each -> each.key().equals(key)).toList();
      boolean absent = some.stream().allMatch(each -> each.holds(null));
      boolean others = holds(some, OracleSelector.FRESH);
      Set<String> named = new TreeSet<>();
      some.forEach(each -> named.addAll(each.values()));
      named.removeIf(value -> holds(some, value) == others);
      if (!absent && !others && named.isEmpty()) {
        return NOTHING;
      }
      if (!absent || !others || !named.isEmpty()) {
        labels.put(key, List.of(absent, others, named));
      }
    }
    return labels;
  }

  private static boolean holds(List<Requirement> some, String value) {
    return some.stream().allMatch(each -> each.holds(value));
  }
}
