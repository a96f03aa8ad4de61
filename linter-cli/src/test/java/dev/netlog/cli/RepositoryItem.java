package dev.netlog.cli;

import java.util.Map;

/// One object of a generated repository.
///
/// @param kind its kind
/// @param namespace empty for a cluster-scoped one
/// @param name its name
/// @param labels what it selects, or what its pods bear
/// @param directions the directions that a NetworkPolicy isolates
/// @param text its YAML, ending with a line feed
record RepositoryItem(
    String kind,
    String namespace,
    String name,
    Map<String, String> labels,
    String directions,
    String text) {
  /// As reports name it.
  String object() {
    return kind + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  RepositoryItem with(String other) {
    return new RepositoryItem(kind, namespace, name, labels, directions, other);
  }

  boolean isWorkload() {
    return kind.equals("Deployment");
  }

  boolean selects(Map<String, String> pod) {
    return pod.entrySet().containsAll(labels.entrySet());
  }
}
