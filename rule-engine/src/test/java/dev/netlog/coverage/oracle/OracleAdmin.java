package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.List;

/// An AdminNetworkPolicy or the BaselineAdminNetworkPolicy.
record OracleAdmin(
    Tree object,
    String name,
    boolean baseline,
    int priority,
    OracleSelector namespaces,
    OracleSelector pods,
    List<Entry> ingress,
    List<Entry> egress) {

  /// One rule.
  ///
  /// @param action `allow`, `deny`, `pass`
  record Entry(String action, OracleRule rule) {}

  static OracleAdmin of(Tree object) {
    Tree spec = object.get("spec");
    Tree subject = spec.get("subject");
    Tree whole = subject.get("namespaces");
    Integer priority = spec.get("priority").number();
    return new OracleAdmin(
        object,
        object.at("metadata", "name").text(""),
        object.get("kind").text("").startsWith("Baseline"),
        priority == null ? 0 : priority,
        OracleSelector.of(whole.exists() ? whole : subject.at("pods", "namespaceSelector")),
        OracleSelector.of(subject.at("pods", "podSelector")),
        entries(spec.get("ingress"), "from"),
        entries(spec.get("egress"), "to"));
  }

  List<Entry> entries(String direction) {
    return direction.equals("Ingress") ? ingress : egress;
  }

  String reason(String direction, int index) {
    return (baseline ? "Baseline" : "")
        + "AdminNetworkPolicy/"
        + name
        + "#"
        + direction
        + "/"
        + index;
  }

  private static List<Entry> entries(Tree list, String side) {
    List<Entry> entries = new ArrayList<>();
    for (Tree each : list.items()) {
      List<OracleRule.Peer> peers = new ArrayList<>();
      each.get(side).items().forEach(peer -> peers.addAll(peers(peer)));
      List<OracleRule.PortTest> ports = new ArrayList<>();
      each.get("ports").items().forEach(port -> ports.add(port(port)));
      String action = each.get("action").text("").toLowerCase(java.util.Locale.ROOT);
      entries.add(new Entry(action, new OracleRule(false, peers, ports.isEmpty(), ports)));
    }
    return entries;
  }

  /// Nodes are not in the space of connections.
  private static List<OracleRule.Peer> peers(Tree peer) {
    if (peer.get("namespaces").exists()) {
      return List.of(
          new OracleRule.Pods(null, OracleSelector.of(peer.get("namespaces")), OracleSelector.ALL));
    }
    Tree pods = peer.get("pods");
    if (pods.exists()) {
      return List.of(
          new OracleRule.Pods(
              null,
              OracleSelector.of(pods.get("namespaceSelector")),
              OracleSelector.of(pods.get("podSelector"))));
    }
    List<OracleRule.Peer> networks = new ArrayList<>();
    for (Tree network : peer.get("networks").items()) {
      networks.add(new OracleRule.Addresses(Block.of(network.text("")), List.of(), true));
    }
    return networks;
  }

  private static OracleRule.PortTest port(Tree port) {
    String name = port.get("namedPort").text();
    if (name != null) {
      return new OracleRule.Named(null, name);
    }
    Tree single = port.get("portNumber");
    Integer number = single.get("port").number();
    if (number != null) {
      return new OracleRule.Numbers(single.get("protocol").text("TCP"), number, number);
    }
    Tree range = port.get("portRange");
    Integer start = range.get("start").number();
    Integer end = range.get("end").number();
    return new OracleRule.Numbers(
        range.get("protocol").text("TCP"), start == null ? 1 : start, end == null ? 65535 : end);
  }
}
