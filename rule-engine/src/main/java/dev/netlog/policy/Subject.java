package dev.netlog.policy;

import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.KnownLabels;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Pods that all policies treat alike because one workload makes them.
///
/// @param namespace the namespace they run in
/// @param kind the workload's kind, `Virtual` for one that is not in the input
/// @param name its name; for a virtual one the name of the policy it is assumed for
/// @param resource the workload, null for a virtual one
/// @param labels the labels of its pods
/// @param hostNetwork whether its pods are in the node's network, out of reach of policies
/// @param windows whether its pods are pinned to Windows nodes
/// @param ports the ports of its pods by name
/// @param namespaceLabels the labels of its namespace where that is [#ANYWHERE], else empty
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
  /// The kind of a subject that is assumed because a policy selects no workload read.
  public static final String VIRTUAL = "Virtual";

  /// Stands for all namespaces of which nothing was read.
  public static final String ANYWHERE = "*";

  public Subject {
    namespaceLabels = Collections.unmodifiableMap(new TreeMap<>(namespaceLabels));
  }

  /// What the same virtual subject has in common in two states of an input, whatever the policies
  /// there are called.
  ///
  /// @param namespace the namespace
  /// @param namespaceLabels its labels, see [Subject#namespaceLabels()]
  /// @param labels the labels of its pods
  public record Likeness(
      String namespace, Map<String, String> namespaceLabels, KnownLabels labels) {}

  /// What tells a virtual subject from others.
  public Likeness likeness() {
    return new Likeness(namespace, namespaceLabels, labels);
  }

  /// As reports name it: `edge/Deployment/api`.
  public String id() {
    return namespace + "/" + kind + "/" + name;
  }

  /// As reports name the workload: `Deployment/edge/api`.
  public String reference() {
    return ResourceId.reference(kind, namespace, name);
  }

  /// The same under a name.
  public Subject named(String other) {
    return name.equals(other)
        ? this
        : new Subject(
            namespace, kind, other, resource, labels, hostNetwork, windows, ports, namespaceLabels);
  }

  /// The same with other ports.
  public Subject withPorts(PortNames others) {
    return new Subject(
        namespace, kind, name, resource, labels, hostNetwork, windows, others, namespaceLabels);
  }

  Subject ofKind(String other) {
    return new Subject(
        namespace, other, name, resource, labels, hostNetwork, windows, ports, namespaceLabels);
  }

  /// Whether it is assumed, not read.
  public boolean isVirtual() {
    return resource == null;
  }
}
