package dev.netlog.policy;

import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.KnownLabels;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pods of one workload, which all policies treat alike.
///
/// @param namespace the namespace of the pods
/// @param kind the workload's kind, `Virtual` for one that is not in the input
/// @param name its name; for a virtual one the name of the policy it is assumed for
/// @param resource the workload, null for a virtual one
/// @param labels the labels of its pods
/// @param hostNetwork whether its pods are in the node's network, where policies do not apply
/// @param windows whether its pods only run on Windows nodes
/// @param ports the ports of its pods by name
/// @param namespaceLabels the labels of its namespace if that is [#ANYWHERE], else empty
public record Subject(
    String namespace,
    String kind,
    String name,
    @Nullable Resource resource,
    KnownLabels labels,
    boolean hostNetwork,
    boolean windows,
    PortNames ports,
    Map<String, String> namespaceLabels) {
  /// The kind of an assumed subject, for a policy that selects no workload of the input.
  public static final String VIRTUAL = "Virtual";

  /// Represents all namespaces that are not in the input.
  public static final String ANYWHERE = "*";

  public Subject {
    namespaceLabels = Collections.unmodifiableMap(new TreeMap<>(namespaceLabels));
  }

  /// Identifies the same virtual subject in two states of an input, independent of policy names.
  ///
  /// @param namespace the namespace
  /// @param namespaceLabels its labels, see [Subject#namespaceLabels()]
  /// @param labels the labels of its pods
  public record Likeness(
      String namespace, Map<String, String> namespaceLabels, KnownLabels labels) {}

  /// The identity of a virtual subject.
  public Likeness likeness() {
    return new Likeness(namespace, namespaceLabels, labels);
  }

  /// The id in reports: `edge/Deployment/api`.
  public String id() {
    return namespace + "/" + kind + "/" + name;
  }

  /// The workload in reports: `Deployment/edge/api`.
  public String reference() {
    return ResourceId.reference(kind, namespace, name);
  }

  /// The same subject with another name.
  public Subject named(String other) {
    return name.equals(other)
        ? this
        : new Subject(
            namespace, kind, other, resource, labels, hostNetwork, windows, ports, namespaceLabels);
  }

  /// The same subject with other ports.
  public Subject withPorts(PortNames others) {
    return new Subject(
        namespace, kind, name, resource, labels, hostNetwork, windows, others, namespaceLabels);
  }

  Subject ofKind(String other) {
    return new Subject(
        namespace, other, name, resource, labels, hostNetwork, windows, ports, namespaceLabels);
  }

  /// Whether it is assumed, not in the input.
  public boolean isVirtual() {
    return resource == null;
  }
}
