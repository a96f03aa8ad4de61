package dev.netlog.cli.change;

import dev.netlog.cli.change.Connection.NamedPort;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The pods of a workload, or pods that nobody has read.
///
/// @param id `namespace/Kind/name`
/// @param known false for pods that only a policy speaks of
record Pod(
    String id,
    String namespace,
    Map<String, String> labels,
    Set<NamedPort> ports,
    boolean hostNetwork,
    boolean known) {

  static Pod of(Node workload) {
    Set<NamedPort> ports = new HashSet<>();
    for (Node container : workload.nodes("spec", "template", "spec", "containers")) {
      for (Node port : container.nodes("ports")) {
        String protocol = port.has("protocol") ? port.text("protocol") : "TCP";
        if (port.has("name")) {
          ports.add(
              new NamedPort(
                  port.text("name"), protocol, Integer.parseInt(port.text("containerPort"))));
        }
      }
    }
    return new Pod(
        id(workload),
        workload.namespace(),
        workload.texts("spec", "template", "metadata", "labels"),
        ports,
        "true".equals(workload.text("spec", "template", "spec", "hostNetwork")),
        true);
  }

  /// Whether it may be what another one became: the same name or labels.
  boolean isLike(Pod other) {
    return id.substring(id.lastIndexOf('/')).equals(other.id.substring(other.id.lastIndexOf('/')))
        || labels.equals(other.labels);
  }

  static String id(Node object) {
    return object.namespace() + "/" + object.kind() + "/" + object.name();
  }

  /// Pods that have only the labels that a policy asks for.
  static Pod unknown(Node policy, Map<String, String> labels) {
    String id = policy.namespace() + "/Virtual/" + policy.name();
    return new Pod(id, policy.namespace(), labels, Set.of(), false, false);
  }
}
