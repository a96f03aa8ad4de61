package dev.netlog.coverage.compare;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.policy.AdminPolicy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The keys of the pod labels that decide which policies apply to the workloads of a namespace: the
/// ones that the `podSelector` of its NetworkPolicies or the subject of a cluster-scoped policy
/// uses on either side of a change.
final class FingerprintKeys {
  private final Set<String> ofCluster = new HashSet<>();
  private final Map<String, Set<String>> byNamespace = new HashMap<>();

  FingerprintKeys(Coverage base, Coverage head) {
    add(base);
    add(head);
  }

  private void add(Coverage side) {
    for (AdminPolicy policy : side.target().adminPolicies()) {
      ofCluster.addAll(policy.pods().constraints().keySet());
    }
    for (NamespaceCoverage namespace : side.namespaces()) {
      Set<String> keys = byNamespace.computeIfAbsent(namespace.name(), _ -> new HashSet<>());
      namespace
          .networkPolicies()
          .forEach(policy -> keys.addAll(policy.selector().constraints().keySet()));
    }
  }

  /// The keys for the workloads of a namespace.
  Set<String> in(String namespace) {
    Set<String> keys = new HashSet<>(ofCluster);
    keys.addAll(byNamespace.getOrDefault(namespace, Set.of()));
    return keys;
  }
}
