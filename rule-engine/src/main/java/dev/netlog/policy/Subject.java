package dev.netlog.policy;

import dev.netlog.model.Resource;
import dev.netlog.network.Labels;
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
public record Subject(
    String namespace,
    String kind,
    String name,
    @Nullable Resource resource,
    Labels labels,
    boolean hostNetwork,
    boolean windows,
    PortNames ports) {
  /// The kind of a subject that is assumed because a namespace has policies and no workload.
  public static final String VIRTUAL = "Virtual";

  /// As reports name it: `edge/Deployment/api`.
  public String id() {
    return namespace + "/" + kind + "/" + name;
  }

  /// The same under a name.
  public Subject named(String other) {
    return name.equals(other)
        ? this
        : new Subject(namespace, kind, other, resource, labels, hostNetwork, windows, ports);
  }

  /// Whether it is assumed, not read.
  public boolean isVirtual() {
    return resource == null;
  }
}
