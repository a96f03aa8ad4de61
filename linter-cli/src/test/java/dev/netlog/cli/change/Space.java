package dev.netlog.cli.change;

import dev.netlog.cli.change.Connection.NamedPort;
import dev.netlog.cli.change.Connection.Peer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The connections that some clusters may tell apart.
final class Space {
  private final Set<Peer> peers = new LinkedHashSet<>();
  private final Set<Long> addresses = new TreeSet<>(Set.of(Rules.address("203.0.113.1")));
  private final Set<Service> services = new LinkedHashSet<>();

  private record Service(String protocol, int port) {}

  private Space() {}

  static Space of(Cluster... clusters) {
    Space space = new Space();
    for (String protocol : List.of("TCP", "UDP", "SCTP")) {
      space.services.add(new Service(protocol, 1));
    }
    Map<String, Map<String, String>> places = new TreeMap<>(Map.of("elsewhere", Map.of()));
    Set<Map<String, String>> labels = new LinkedHashSet<>(Set.of(Map.of()));
    for (Cluster cluster : clusters) {
      for (Node policy : cluster.deciding()) {
        for (String direction : List.of("ingress", "egress")) {
          policy.nodes("spec", direction).forEach(rule -> space.rule(rule, places, labels));
        }
      }
    }
    Set<NamedPort> declared = new HashSet<>();
    for (Cluster cluster : clusters) {
      for (Pod pod : cluster.pods()) {
        labels.add(pod.labels());
        places.put(pod.namespace(), cluster.namespaceLabels(pod.namespace()));
        declared.addAll(pod.ports());
      }
    }
    declared.forEach(each -> space.services.add(new Service(each.protocol(), each.number())));
    boolean declares = !declared.isEmpty();
    for (long address : space.addresses) {
      space.peers.add(Peer.outside(address));
      places.forEach(
          (name, ofNamespace) -> {
            for (Map<String, String> each : labels) {
              Peer peer = Peer.pod(name, ofNamespace, each, address);
              space.peers.add(peer);
              if (declares) {
                space.peers.add(peer.with(declared));
              }
            }
          });
    }
    return space;
  }

  private void rule(
      Node rule, Map<String, Map<String, String>> places, Set<Map<String, String>> labels) {
    List<Node> ends = new ArrayList<>(rule.nodes("from"));
    ends.addAll(rule.nodes("to"));
    for (Node each : ends) {
      labels.addAll(Selectors.examples(each.node("podSelector")));
      labels.addAll(Selectors.examples(each.node("pods", "podSelector")));
      place(each.node("namespaceSelector"), places);
      place(each.node("namespaces"), places);
      place(each.node("pods", "namespaceSelector"), places);
      each.items("networks").forEach(this::block);
      if (each.has("ipBlock")) {
        block(each.text("ipBlock", "cidr"));
        each.items("ipBlock", "except").forEach(this::block);
      }
    }
    for (Node port : rule.nodes("ports")) {
      Node number = port.has("portNumber") ? port.node("portNumber") : port;
      String protocol = number != null && number.has("protocol") ? number.text("protocol") : "TCP";
      if (number != null && number.get("port") instanceof Integer first) {
        int last = number.get("endPort") instanceof Integer end ? end : first;
        services.add(new Service(protocol, first));
        services.add(new Service(protocol, last));
        services.add(new Service(protocol, last + 1));
      }
    }
  }

  private static void place(@Nullable Node selector, Map<String, Map<String, String>> places) {
    for (Map<String, String> each : Selectors.examples(selector)) {
      String name = each.getOrDefault("kubernetes.io/metadata.name", "some-" + places.size());
      if (!places.containsValue(each)) {
        places.putIfAbsent(name, each);
      }
    }
  }

  private void block(String block) {
    addresses.add(Rules.address(block.substring(0, block.indexOf('/'))));
  }

  List<Connection> connections(String direction) {
    List<Connection> all = new ArrayList<>();
    for (Peer peer : peers) {
      services.forEach(
          each -> all.add(new Connection(direction, peer, each.protocol(), each.port())));
    }
    return all;
  }
}
