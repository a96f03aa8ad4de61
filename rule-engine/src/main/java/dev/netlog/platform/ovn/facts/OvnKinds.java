package dev.netlog.platform.ovn.facts;

import static dev.netlog.model.KubernetesKinds.NETWORK_POLICY;
import static dev.netlog.platform.PlatformKind.Use.EXPLAINED;
import static dev.netlog.platform.PlatformKind.Use.INJECTED;
import static dev.netlog.platform.PlatformKind.Use.READ;
import static dev.netlog.platform.PlatformKind.Use.WATCHED;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.ReviewTrigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Kinds that only OVN-Kubernetes or OpenShift have, or read.
public final class OvnKinds {
  /// The group of OVN-Kubernetes' own kinds.
  public static final String GROUP = "k8s.ovn.org";

  public static final GroupKind EGRESS_FIREWALL = new GroupKind(GROUP, "EgressFirewall");

  /// The last priority of an AdminNetworkPolicy that there is room for.
  ///
  /// Source: the event `ANPWithUnsupportedPriority` of
  /// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/tree/master/go-controller/pkg/ovn/controller/admin_network_policy).
  public static final int LAST_ADMIN_PRIORITY = 99;

  /// Source: [multi-networkpolicy](https://github.com/k8snetworkplumbingwg/multi-networkpolicy).
  public static final GroupKind MULTI_NETWORK_POLICY =
      new GroupKind("k8s.cni.cncf.io", "MultiNetworkPolicy");

  /// The configuration of OpenShift's cluster-network-operator. Source:
  /// [openshift/api](https://github.com/openshift/api/blob/master/operator/v1/types_network.go).
  public static final GroupKind OPERATOR_NETWORK =
      new GroupKind("operator.openshift.io", "Network");

  /// Where the configuration of audit logging stands in it.
  public static final JsonPointer AUDIT_CONFIG =
      JsonPointer.of("spec", "defaultNetwork", "ovnKubernetesConfig", "policyAuditConfig");

  /// OpenShift's view of a Namespace: what is annotated on it is annotated on the Namespace.
  public static final GroupKind PROJECT = new GroupKind("project.openshift.io", "Project");

  /// The kinds whose log the annotation of their Namespace switches.
  public static final List<GroupKind> LOGGED_BY_NAMESPACE =
      List.of(NETWORK_POLICY, MULTI_NETWORK_POLICY, EGRESS_FIREWALL);

  public static final List<PlatformKind> ALL =
      List.of(
          PlatformKind.NAMESPACE
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, INJECTED, EXPLAINED),
          PlatformKind.NETWORK_POLICY
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, EXPLAINED),
          PlatformKind.ADMIN_NETWORK_POLICY
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, EXPLAINED),
          PlatformKind.BASELINE_ADMIN_NETWORK_POLICY
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, EXPLAINED),
          PlatformKind.CLUSTER_NETWORK_POLICY.with(READ),
          PlatformKind.namespaced(EGRESS_FIREWALL, "egressfirewalls", "v1")
              .judgedOn(new ReviewTrigger.Spec())
              .with(READ, WATCHED, EXPLAINED),
          PlatformKind.namespaced(MULTI_NETWORK_POLICY, "multi-networkpolicies", "v1beta1")
              .with(READ, WATCHED),
          PlatformKind.clusterScoped(OPERATOR_NETWORK, "networks", "v1")
              .judgedOn(new ReviewTrigger.Member(AUDIT_CONFIG))
              .with(READ));

  /// Those that rules or coverage look at, beside all others of the group of its own.
  public static final Set<GroupKind> READ_KINDS =
      ALL.stream()
          .filter(kind -> kind.is(READ))
          .map(PlatformKind::kind)
          .collect(Collectors.toUnmodifiableSet());

  private OvnKinds() {}
}
