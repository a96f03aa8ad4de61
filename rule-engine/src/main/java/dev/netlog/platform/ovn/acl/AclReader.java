package dev.netlog.platform.ovn.acl;

import static dev.netlog.model.KubernetesKinds.ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.NAMESPACE;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import org.jspecify.annotations.Nullable;

/// For whom OVN-Kubernetes reads the annotation. It holds three copies of the reading code, which
/// differ in what they check and in what a mistake costs.
public enum AclReader {
  /// From the Namespace, for its NetworkPolicies and MultiNetworkPolicies.
  NAMESPACE_POLICIES,
  /// From the Namespace, for its EgressFirewalls.
  EGRESS_FIREWALL,
  /// From an AdminNetworkPolicy, for itself.
  ADMIN_POLICY,
  /// From a BaselineAdminNetworkPolicy, for itself.
  BASELINE_POLICY;

  /// The reader of an object's own annotation, or null where nothing reads it from such an object.
  public static @Nullable AclReader of(Resource resource) {
    return of(resource.id().groupKind());
  }

  /// The same for any object of a kind.
  public static @Nullable AclReader of(GroupKind kind) {
    if (kind.equals(NAMESPACE)) {
      return NAMESPACE_POLICIES;
    }
    if (kind.equals(ADMIN_NETWORK_POLICY)) {
      return ADMIN_POLICY;
    }
    return kind.equals(BASELINE_ADMIN_NETWORK_POLICY) ? BASELINE_POLICY : null;
  }

  /// Whether a mistake keeps the whole policy out of the cluster, not only its log.
  public boolean programsPolicy() {
    return this == ADMIN_POLICY || this == BASELINE_POLICY;
  }

  /// Whether the severity of a field is looked at; an unknown one of another field goes unnoticed.
  boolean checks(AclField field) {
    return field != AclField.PASS || programsPolicy();
  }

  /// Whether there are ACLs whose log the field could switch on.
  public boolean uses(AclField field) {
    return field != AclField.PASS || this == ADMIN_POLICY;
  }
}
