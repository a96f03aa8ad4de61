package dev.netlog.platform.common;

/// Where the facts of the rules about policies come from.
final class PolicySources {
  /// The API of NetworkPolicy.
  static final String API =
      "[NetworkPolicySpec v1]"
          + "(https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/),"
          + " Kubernetes API reference";

  /// What network policies do and do not.
  static final String CONCEPT =
      "[Network Policies](https://kubernetes.io/docs/concepts/services-networking/network-policies/),"
          + " Kubernetes documentation";

  /// Admin policies.
  static final String ADMIN =
      "[Network Policy API](https://network-policy-api.sigs.k8s.io/reference/spec/), reference";

  /// Egress firewalls.
  static final String FIREWALL =
      "[Egress firewall]"
          + "(https://ovn-kubernetes.io/features/network-security-controls/egress-firewall/)";

  private PolicySources() {}
}
