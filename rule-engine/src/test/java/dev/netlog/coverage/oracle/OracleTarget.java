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
/// @param places the subjects that have points, by id
/// @param governed the directions in which a policy governs some pods
/// @param decided the directions in which each connection of some pods has a verdict
record OracleTarget(
    Map<String, List<OracleSubject>> subjects,
    Map<String, List<OraclePolicy>> policies,
    List<OracleAdmin> admins,
    Set<String> stored,
    Map<String, Place> places,
    Function<Located, Set<String>> governed,
    Function<Located, Set<String>> decided) {
  /// A subject with the namespace that it is in.
  ///
  /// @param real of a virtual subject the workloads beside it
  record Place(OracleNamespace namespace, OracleSubject subject, List<OracleSubject> real) {
    /// Whether this is a virtual subject and stands for the same pods as another one.
    boolean isSameVirtual(Place other) {
      return subject.isVirtual()
          && other.subject.isVirtual()
          && new Located(namespace.name(), namespace.labels(), subject)
              .isSameAs(
                  new Located(other.namespace.name(), other.namespace.labels(), other.subject));
    }
  }

  List<OracleSubject> all() {
    return subjects.values().stream().flatMap(List::stream).toList();
  }

  List<OraclePolicy> policies(String namespace) {
    return policies.getOrDefault(namespace, List.of());
  }
}
