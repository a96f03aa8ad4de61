package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleRule.Addresses;
import dev.netlog.coverage.oracle.OracleRule.End;
import dev.netlog.coverage.oracle.OracleRule.Pods;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The other ends of connections, as far as some rules tell them apart.
///
/// Finitely many are enough. Of labels every combination of the values that selectors mention, one
/// that none mentions, and none at all. Of addresses the first of each stretch without a boundary.
final class Ends {
  private static final String NAME = "kubernetes.io/metadata.name";

  private Ends() {}

  /// @param namespace the subjects'
  /// @param ipv6 whether peers have IPv6 addresses too
  static List<End> of(Collection<OracleRule> rules, String namespace, boolean ipv6) {
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
    List<Map<String, String>> places = places(namespaces, namespace);
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
  private static List<Map<String, String>> places(Set<OracleSelector> selectors, String namespace) {
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
