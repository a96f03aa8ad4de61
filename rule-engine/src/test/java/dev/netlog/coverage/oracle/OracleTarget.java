package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleVirtual.Located;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What governance asks of a target beside its points.
///
/// @param subjects the subjects that were read, those in the node's network too, by namespace
/// @param policies the NetworkPolicies of the default network, by namespace
/// @param admins the cluster-scoped policies
/// @param stored the policies that the cluster stores, as reports name them
/// @param governed the directions in which a policy governs some pods
/// @param decided the directions in which each connection of some pods has a verdict
record OracleTarget(
    Map<String, List<OracleSubject>> subjects,
    Map<String, List<OraclePolicy>> policies,
    List<OracleAdmin> admins,
    Set<String> stored,
    Function<Located, Set<String>> governed,
    Function<Located, Set<String>> decided) {
  List<OracleSubject> all() {
    return subjects.values().stream().flatMap(List::stream).toList();
  }

  List<OraclePolicy> policies(String namespace) {
    return policies.getOrDefault(namespace, List.of());
  }
}
