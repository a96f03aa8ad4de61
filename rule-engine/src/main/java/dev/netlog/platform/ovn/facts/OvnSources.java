package dev.netlog.platform.ovn.facts;

/// Where the facts of the rules come from, as links for their pages.
public final class OvnSources {
  private static final String CONTROLLER =
      "https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/";

  /// Short, for lists of several platforms.
  public static final String DOCUMENTATION =
      "[OKD, Audit logging for network"
          + " security](https://docs.okd.io/latest/networking/network_security/logging-network-security.html)";

  /// How a Namespace's annotation is read.
  public static final String NAMESPACE =
      "[ovn-kubernetes `base_network_controller_namespace.go`](%sovn/base_network_controller_namespace.go)"
          .formatted(CONTROLLER);

  /// How an ANP's or BANP's annotation is read.
  public static final String ADMIN_POLICY =
      "[ovn-kubernetes `admin_network_policy/utils.go`](%sovn/controller/admin_network_policy/utils.go)"
          .formatted(CONTROLLER);

  /// The fields of the annotation, and the names of ACLs.
  public static final String ACL =
      "[ovn-kubernetes `libovsdb/util/acl.go`](%slibovsdb/util/acl.go)".formatted(CONTROLLER);

  /// The annotation's key.
  public static final String KEY =
      "[ovn-kubernetes `namespace_annotation.go`](%sutil/namespace_annotation.go)"
          .formatted(CONTROLLER);

  /// What an EgressFirewall may hold.
  public static final String EGRESS_FIREWALL =
      "[ovn-kubernetes `egressfirewall/v1/types.go`](%scrd/egressfirewall/v1/types.go)"
          .formatted(CONTROLLER);

  /// How Go reads JSON.
  public static final String ENCODING_JSON =
      "[Go `encoding/json`](https://pkg.go.dev/encoding/json#Unmarshal)";

  /// The severities.
  public static final String OVN_SCHEMA =
      "[OVN `ovn-nb.ovsschema`](https://github.com/ovn-org/ovn/blob/main/ovn-nb.ovsschema)";

  /// The fields of `policyAuditConfig`.
  public static final String OPENSHIFT_API =
      "[openshift/api"
          + " `operator/v1/types_network.go`](https://github.com/openshift/api/blob/master/operator/v1/types_network.go)";

  /// What OpenShift's operator does with `policyAuditConfig`.
  public static final String NETWORK_OPERATOR =
      "[cluster-network-operator"
          + " `ovn_kubernetes.go`](https://github.com/openshift/cluster-network-operator/blob/master/pkg/network/ovn_kubernetes.go)";

  /// What OVS takes for a syslog method and a facility.
  public static final String VLOG =
      "[OVS `lib/vlog.c`](https://github.com/openvswitch/ovs/blob/main/lib/vlog.c)";

  private OvnSources() {}
}
