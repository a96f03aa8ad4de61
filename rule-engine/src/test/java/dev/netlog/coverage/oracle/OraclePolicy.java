package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleRule.Pods;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A NetworkPolicy of section 3.
record OraclePolicy(
    String namespace,
    String name,
    Tree object,
    OracleSelector selector,
    Set<String> directions,
    List<OracleRule> ingress,
    List<OracleRule> egress) {

  static OraclePolicy of(String namespace, Tree object) {
    Tree spec = object.get("spec");
    Set<String> directions = new TreeSet<>();
    spec.get("policyTypes").items().forEach(each -> directions.add(each.text("")));
    if (directions.isEmpty()) {
      directions.add("Ingress");
      if (!spec.get("egress").items().isEmpty()) {
        directions.add("Egress");
      }
    }
    return new OraclePolicy(
        namespace,
        object.at("metadata", "name").text(""),
        object,
        OracleSelector.of(spec.get("podSelector")),
        directions,
        rules(namespace, spec.get("ingress"), "from"),
        rules(namespace, spec.get("egress"), "to"));
  }

  List<OracleRule> rules(String direction) {
    return direction.equals("Ingress") ? ingress : egress;
  }

  private static List<OracleRule> rules(String namespace, Tree list, String side) {
    List<OracleRule> rules = new ArrayList<>();
    for (Tree each : list.items()) {
      List<OracleRule.Peer> peers = new ArrayList<>();
      for (Tree peer : each.get(side).items()) {
        peers.add(peer(namespace, peer));
      }
      List<OracleRule.PortTest> ports = new ArrayList<>();
      for (Tree port : each.get("ports").items()) {
        ports.add(port(port));
      }
      rules.add(new OracleRule(peers.isEmpty(), peers, ports.isEmpty(), ports));
    }
    return rules;
  }

  private static OracleRule.Peer peer(String namespace, Tree peer) {
    Tree block = peer.get("ipBlock");
    if (block.exists()) {
      List<Block> except =
          block.get("except").items().stream().map(each -> Block.of(each.text(""))).toList();
      return new OracleRule.Addresses(Block.of(block.get("cidr").text("")), except, false);
    }
    Tree namespaces = peer.get("namespaceSelector");
    OracleSelector pods = OracleSelector.of(peer.get("podSelector"));
    return namespaces.exists()
        ? new Pods(null, OracleSelector.of(namespaces), pods)
        : new Pods(namespace, OracleSelector.ALL, pods);
  }

  private static OracleRule.PortTest port(Tree entry) {
    String protocol = entry.get("protocol").text("TCP");
    Tree port = entry.get("port");
    String name = port.text();
    if (name != null) {
      return new OracleRule.Named(protocol, name);
    }
    Integer first = port.number();
    if (first == null) {
      return new OracleRule.Numbers(protocol, 1, 65535);
    }
    Integer last = entry.get("endPort").number();
    return new OracleRule.Numbers(protocol, first, last == null ? first : last);
  }
}
