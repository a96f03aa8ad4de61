package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.List;
import java.util.Set;

/// Section 1: whether the API server of a cluster stores an object. Objects of kinds that nobody
/// models are stored, whatever they say, and those that make no difference too.
final class OracleStored {
  private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

  private OracleStored() {}

  static boolean isStored(Tree object, boolean ovn) {
    Tree spec = object.get("spec");
    boolean valid =
        switch (OracleObjects.kind(object)) {
          case "NetworkPolicy" ->
              object.get("apiVersion").text("").equals("networking.k8s.io/v1")
                  && isNetworkPolicy(spec);
          case "AdminNetworkPolicy" -> !ovn || (hasPriority(spec) && isAdmin(spec, false));
          case "BaselineAdminNetworkPolicy" ->
              !ovn || (OracleObjects.name(object).equals("default") && isAdmin(spec, true));
          case "EgressFirewall" ->
              !ovn || (OracleObjects.name(object).equals("default") && isFirewall(spec));
          case "NetworkLogging" -> ovn || isLogging(object);
          default -> true;
        };
    return valid && (isModelledByNobody(object, ovn) || hasFineMetadata(object, ovn));
  }

  private static boolean isModelledByNobody(Tree object, boolean ovn) {
    return switch (OracleObjects.kind(object)) {
      case "NetworkPolicy", "Namespace" -> false;
      case "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "EgressFirewall" -> !ovn;
      case "NetworkLogging" -> ovn;
      default -> OracleSubjects.template(object) == null;
    };
  }

  /// Labels and annotations are strings. That a logging value is none is judged elsewhere.
  private static boolean hasFineMetadata(Tree object, boolean ovn) {
    String logging = loggingKey(OracleObjects.kind(object), ovn);
    for (String map : List.of("labels", "annotations")) {
      Tree values = object.at("metadata", map);
      for (String key : values.names()) {
        Tree value = values.get(key);
        if (value.exists() && value.text() == null && !key.equals(logging)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether one of an object's annotations is null, for which some kubectl stores none of them.
  static boolean mayLoseAnnotations(Tree object) {
    Tree annotations = object.at("metadata", "annotations");
    return annotations.names().stream().anyMatch(key -> !annotations.get(key).exists());
  }

  /// The key that the platform reads from objects of a kind; empty where it reads none.
  private static String loggingKey(String kind, boolean ovn) {
    return switch (kind) {
      case "NetworkPolicy" -> ovn ? "" : "policy.network.gke.io/enable-logging";
      case "Namespace" ->
          ovn ? "k8s.ovn.org/acl-logging" : "policy.network.gke.io/enable-deny-logging";
      case "AdminNetworkPolicy", "BaselineAdminNetworkPolicy" -> "k8s.ovn.org/acl-logging";
      default -> "";
    };
  }

  private static boolean isNetworkPolicy(Tree spec) {
    List<Tree> types = spec.get("policyTypes").items();
    boolean fine =
        types.size() <= 2
            && types.stream().allMatch(each -> isOne(each, "Ingress", "Egress"))
            && isSelector(spec.get("podSelector"));
    for (String direction : List.of("ingress", "egress")) {
      for (Tree rule : spec.get(direction).items()) {
        Tree peers = rule.get(direction.equals("ingress") ? "from" : "to");
        fine &= peers.items().stream().allMatch(OracleStored::isPeer);
        fine &= rule.get("ports").items().stream().allMatch(OracleStored::isPort);
      }
    }
    return fine;
  }

  private static boolean isPeer(Tree peer) {
    Tree block = peer.get("ipBlock");
    Tree namespaces = peer.get("namespaceSelector");
    Tree pods = peer.get("podSelector");
    boolean selects = namespaces.exists() || pods.exists();
    return block.exists() != selects
        && isSelector(namespaces)
        && isSelector(pods)
        && (!block.exists() || isBlock(block));
  }

  /// What is left out has to be a part of what is meant, and not all of it.
  private static boolean isBlock(Tree block) {
    Block whole = Block.parse(block.get("cidr").text(""));
    boolean fine = whole != null;
    for (Tree each : block.get("except").items()) {
      Block part = Block.parse(each.text(""));
      fine &= whole != null && part != null && whole.contains(part) && !whole.equals(part);
    }
    return fine;
  }

  private static boolean isPort(Tree port) {
    if (port.get("protocol").exists() && !PROTOCOLS.contains(port.get("protocol").text(""))) {
      return false;
    }
    Tree first = port.get("port");
    Tree last = port.get("endPort");
    if (first.text() != null) {
      return isPortName(first.text("")) && !last.exists();
    }
    if (!first.exists()) {
      return !last.exists();
    }
    return isNumber(first, 1, 65535) && (!last.exists() || isNumber(last, number(first, 1), 65535));
  }

  private static boolean isPortName(String name) {
    return name.matches("[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?") && name.matches(".*[a-z].*");
  }

  private static boolean hasPriority(Tree spec) {
    return isNumber(spec.get("priority"), 0, 1000);
  }

  private static boolean isAdmin(Tree spec, boolean baseline) {
    Tree namespaces = spec.at("subject", "namespaces");
    Tree pods = spec.at("subject", "pods");
    boolean fine = namespaces.exists() != pods.exists() && isSelector(namespaces) && isPods(pods);
    for (String direction : List.of("ingress", "egress")) {
      for (Tree rule : spec.get(direction).items()) {
        Tree peers = rule.get(direction.equals("ingress") ? "from" : "to");
        fine &= isOne(rule.get("action"), "Allow", "Deny", baseline ? "Deny" : "Pass");
        fine &= !peers.items().isEmpty();
        fine &= peers.items().stream().allMatch(peer -> isAdminPeer(peer, direction));
        fine &= rule.get("ports").items().stream().allMatch(OracleStored::isAdminPort);
      }
    }
    return fine;
  }

  private static boolean isAdminPeer(Tree peer, String direction) {
    int members = 0;
    for (String member : List.of("namespaces", "pods", "networks", "nodes")) {
      members += peer.get(member).exists() ? 1 : 0;
    }
    boolean outside = peer.get("networks").exists() || peer.get("nodes").exists();
    List<Tree> networks = peer.get("networks").items();
    return members == 1
        && peer.get("networks").exists() != networks.isEmpty()
        && isPods(peer.get("pods"))
        && !(outside && direction.equals("ingress"))
        && networks.stream().allMatch(each -> Block.parse(each.text("")) != null);
  }

  /// Pods of admin policies are selected by two selectors, both of which have to be there.
  private static boolean isPods(Tree pods) {
    Tree namespaces = pods.get("namespaceSelector");
    Tree labels = pods.get("podSelector");
    return !pods.exists()
        || (namespaces.exists() && labels.exists() && isSelector(namespaces) && isSelector(labels));
  }

  private static boolean isAdminPort(Tree port) {
    Tree number = port.get("portNumber");
    Tree range = port.get("portRange");
    if (number.exists()) {
      return isNumber(number.get("port"), 1, 65535) && isProtocol(number.get("protocol"));
    }
    if (range.exists()) {
      return isNumber(range.get("start"), 1, 65535)
          && isNumber(range.get("end"), 1, 65535)
          && isProtocol(range.get("protocol"));
    }
    return port.get("namedPort").text() != null;
  }

  private static boolean isProtocol(Tree protocol) {
    return !protocol.exists() || PROTOCOLS.contains(protocol.text(""));
  }

  private static boolean isFirewall(Tree spec) {
    boolean fine = spec.get("egress").exists();
    for (Tree rule : spec.get("egress").items()) {
      String type = rule.get("type").text("");
      long ends = rule.get("to").names().stream().filter(n -> rule.at("to", n).exists()).count();
      // The pattern ^Allow|Deny$ of its schema takes more than these two.
      fine &= (type.startsWith("Allow") || type.endsWith("Deny")) && ends == 1;
      for (Tree port : rule.get("ports").items()) {
        String protocol = port.get("protocol").text("");
        fine &= protocol.startsWith("TCP") || protocol.contains("UDP") || protocol.endsWith("SCTP");
        fine &= isNumber(port.get("port"), 1, 65535);
      }
    }
    return fine;
  }

  private static boolean isLogging(Tree object) {
    boolean fine = OracleObjects.name(object).equals("default");
    for (String half : List.of("allow", "deny")) {
      for (String member : List.of("log", "delegate")) {
        Tree value = object.at("spec", "cluster", half, member);
        fine &= !value.exists() || value.value() instanceof Value.Bool;
      }
    }
    return fine;
  }

  private static boolean isSelector(Tree selector) {
    boolean fine = true;
    for (Tree each : selector.get("matchExpressions").items()) {
      boolean values = !each.get("values").items().isEmpty();
      fine &=
          isOne(each.get("operator"), values ? "In" : "Exists", values ? "NotIn" : "DoesNotExist");
    }
    return fine;
  }

  private static boolean isOne(Tree value, String... of) {
    return List.of(of).contains(value.text(""));
  }

  private static boolean isNumber(Tree value, int from, int to) {
    return from <= number(value, from - 1) && number(value, from - 1) <= to;
  }

  private static int number(Tree value, int otherwise) {
    Integer number = value.number();
    return number == null ? otherwise : number;
  }
}
