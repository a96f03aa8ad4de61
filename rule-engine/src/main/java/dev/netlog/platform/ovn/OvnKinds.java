package dev.netlog.platform.ovn;

import static dev.netlog.model.KubernetesKinds.NETWORK_POLICY;

import dev.netlog.model.GroupKind;
import java.util.List;

/// Kinds that only OVN-Kubernetes or OpenShift have, or read.
final class OvnKinds {
  /// The group of OVN-Kubernetes' own kinds.
  static final String GROUP = "k8s.ovn.org";

  static final GroupKind EGRESS_FIREWALL = new GroupKind(GROUP, "EgressFirewall");

  /// Source: [multi-networkpolicy](https://github.com/k8snetworkplumbingwg/multi-networkpolicy).
  static final GroupKind MULTI_NETWORK_POLICY =
      new GroupKind("k8s.cni.cncf.io", "MultiNetworkPolicy");

  /// The configuration of OpenShift's cluster-network-operator. Source:
  /// [openshift/api](https://github.com/openshift/api/blob/master/operator/v1/types_network.go).
  static final GroupKind OPERATOR_NETWORK = new GroupKind("operator.openshift.io", "Network");

  /// OpenShift's view of a Namespace: what is annotated on it is annotated on the Namespace.
  static final GroupKind PROJECT = new GroupKind("project.openshift.io", "Project");

  /// The kinds whose log the annotation of their Namespace switches.
  static final List<GroupKind> LOGGED_BY_NAMESPACE =
      List.of(NETWORK_POLICY, MULTI_NETWORK_POLICY, EGRESS_FIREWALL);

  private OvnKinds() {}
}
