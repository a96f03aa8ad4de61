package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleRule.Addresses;
import dev.netlog.coverage.oracle.OracleRule.End;
import dev.netlog.coverage.oracle.OracleRule.Pods;
import dev.netlog.coverage.oracle.OracleRule.Service;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All connections of a subject in one direction, as far as some rules tell them apart: for each
/// one the rules that match it, as the bits of a number.
///
/// The connections that are tried are finitely many and yet enough. Of labels every combination of
/// the values that selectors mention, one that none mentions, and none at all. Of addresses and
/// ports the first of each stretch without a boundary. Of the names that a port may have every
/// subset.
final class Universe {
  private static final String NAME = "kubernetes.io/metadata.name";

  private final List<OracleRule> rules;
  private final Set<OracleRule> idle;
  private final String direction;
  private final String namespace;
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
    this.namespace = namespace;
    this.ends = new HashSet<>();
    for (End end : ends(ipv6)) {
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

  private List<End> ends(boolean ipv6) {
    Set<OracleSelector> namespaces = new LinkedHashSet<>();
    Set<OracleSelector> pods = new LinkedHashSet<>();
    Set<Long> addresses = new TreeSet<>(ipv6 ? Set.of(0L, Block.IPV6) : Set.of(0L));
    for (OracleRule rule : rules) {
      for (OracleRule.Peer peer : rule.peers()) {
        switch (peer) {
          case Pods each -> {
            namespaces.add(each.namespaces());
            pods.add(each.pods());
          }
          case Addresses(Block block, List<Block> except, boolean _) -> {
            add(block, addresses);
            except.forEach(each -> add(each, addresses));
          }
        }
      }
    }
    List<Map<String, String>> places = places(namespaces);
    List<Map<String, String>> labels = differing(labels(pods), pods, _ -> "");
    List<End> ends = new ArrayList<>();
    for (long address : addresses) {
      ends.add(new End(null, Map.of(), Map.of(), address));
      for (Map<String, String> place : places) {
        for (Map<String, String> label : labels) {
          ends.add(new End(place.get(NAME), place, label, address));
        }
      }
    }
    return ends;
  }

  private static void add(Block block, Set<Long> addresses) {
    addresses.add(block.first());
    if (!block.isAtEnd()) {
      addresses.add(block.last() + 1);
    }
  }

  /// The labels of namespaces: each is named, and a name is more than any label value may be.
  private List<Map<String, String>> places(Set<OracleSelector> selectors) {
    List<Map<String, String>> places = new ArrayList<>();
    Set<String> names = new TreeSet<>(Set.of(namespace, OracleSelector.FRESH));
    for (OracleSelector selector : selectors) {
      for (OracleSelector.Requirement each : selector.requirements()) {
        if (each.key().equals(NAME)) {
          each.values().stream()
              .filter(v -> v.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"))
              .forEach(names::add);
        }
      }
    }
    for (Map<String, String> labels : labels(selectors)) {
      for (String name : names) {
        Map<String, String> named = new TreeMap<>(labels);
        named.put(NAME, name);
        places.add(named);
      }
    }
    return differing(places, selectors, place -> String.valueOf(namespace.equals(place.get(NAME))));
  }

  /// All labels that selectors may tell apart, but for the name of a namespace.
  private static List<Map<String, String>> labels(Set<OracleSelector> selectors) {
    Map<String, Set<String>> values = new TreeMap<>();
    for (OracleSelector selector : selectors) {
      for (OracleSelector.Requirement each : selector.requirements()) {
        values
            .computeIfAbsent(each.key(), _ -> new TreeSet<>(Set.of(OracleSelector.FRESH)))
            .addAll(each.values());
      }
    }
    values.remove(NAME);
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, Set<String>> each : values.entrySet()) {
      List<Map<String, String>> more = new ArrayList<>(all);
      for (Map<String, String> labels : all) {
        for (String value : each.getValue()) {
          Map<String, String> longer = new TreeMap<>(labels);
          longer.put(each.getKey(), value);
          more.add(longer);
        }
      }
      all = more;
    }
    return all;
  }

  /// One of each that the selectors, and something else, tell apart.
  private static List<Map<String, String>> differing(
      List<Map<String, String>> all,
      Set<OracleSelector> selectors,
      Function<Map<String, String>, String> more) {
    Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
    for (Map<String, String> each : all) {
      StringBuilder kind = new StringBuilder(more.apply(each));
      selectors.forEach(selector -> kind.append(selector.matches(each) ? '1' : '0'));
      kinds.putIfAbsent(kind.toString(), each);
    }
    return List.copyOf(kinds.values());
  }
}
