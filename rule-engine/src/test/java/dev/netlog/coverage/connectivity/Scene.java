package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.oracle.Tree;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Label;
import dev.netlog.network.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Policies, pods around them, and connections to ask about.
///
/// @param name for whoever has to look at a difference
/// @param corpus whether the policies are real ones
/// @param refused how many policies were left out because no cluster would take them
/// @param policies NetworkPolicies, each of another name or namespace
/// @param namespaces their labels by name, the one that holds the name among them
/// @param pods all pods that there are
public record Scene(
    String name,
    boolean corpus,
    int refused,
    List<Value.Mapping> policies,
    SortedMap<String, Map<String, String>> namespaces,
    List<Pod> pods,
    List<Question> questions) {
  public Scene {
    policies = List.copyOf(policies);
    namespaces = Collections.unmodifiableSortedMap(new TreeMap<>(namespaces));
    pods = List.copyOf(pods);
    questions = List.copyOf(questions);
  }

  /// A pod.
  public record Pod(
      String namespace, Map<String, String> labels, String address, List<Port> ports) {
    public Pod {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      ports = List.copyOf(ports);
    }
  }

  /// A port that a container names.
  public record Port(String name, int number, Protocol protocol) {}

  /// One end of a connection.
  ///
  /// @param pod its place among the pods, null for an address outside the cluster
  /// @param address the address in either case
  public record End(@Nullable Integer pod, String address) {}

  /// One connection.
  public record Question(End source, End destination, Protocol protocol, int port) {}

  /// The pod of an end that is one.
  public Pod pod(int number) {
    return pods.get(number);
  }

  /// What the pod of a number is called in [#resources()].
  public static String podName(int number) {
    return "pod-" + number;
  }

  /// All of it as the objects of a cluster.
  public List<Resource> resources() {
    List<Value> objects = new ArrayList<>(policies);
    namespaces.forEach((name, labels) -> objects.add(namespace(name, labels)));
    for (int i = 0; i < pods.size(); i++) {
      objects.add(manifest(i, pods.get(i)));
    }
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      Origin origin = new Origin(name, i, JsonPointer.ROOT);
      resources.add(Objects.requireNonNull(Resource.of(objects.get(i), origin), name));
    }
    return resources;
  }

  private static Value namespace(String name, Map<String, String> all) {
    Map<String, String> labels = new TreeMap<>(all);
    labels.remove(Label.NAMESPACE_NAME.key());
    return Tree.value(
        Tree.map(
            "apiVersion",
            "v1",
            "kind",
            "Namespace",
            "metadata",
            Tree.map("name", name, "labels", labels)));
  }

  private static Value manifest(int number, Pod pod) {
    List<Map<String, @Nullable Object>> ports = new ArrayList<>();
    for (Port port : pod.ports()) {
      ports.add(
          Tree.map(
              "name", port.name(),
              "containerPort", port.number(),
              "protocol", port.protocol().name()));
    }
    Map<String, @Nullable Object> metadata =
        Tree.map("name", podName(number), "namespace", pod.namespace(), "labels", pod.labels());
    List<Object> containers = List.of(Tree.map("name", "c", "ports", ports));
    return Tree.value(
        Tree.map(
            "apiVersion",
            "v1",
            "kind",
            "Pod",
            "metadata",
            metadata,
            "spec",
            Tree.map("containers", containers)));
  }
}
