package dev.netlog.coverage.witness;

import dev.netlog.network.KnownLabels;
import dev.netlog.network.Label;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The other end of a connection.
public sealed interface Peer {
  /// An address outside the cluster.
  ///
  /// @param address as text
  record Outside(String address) implements Peer {}

  /// A pod that exists or may exist.
  ///
  /// @param namespace its namespace
  /// @param namespaceLabels the labels of its namespace, without the name label
  /// @param labels its own labels
  /// @param address its address, null if it does not matter
  /// @param portNames its names for the connection's port
  record Pod(
      String namespace,
      Map<String, String> namespaceLabels,
      Map<String, String> labels,
      @Nullable String address,
      Set<String> portNames)
      implements Peer {
    public Pod {
      namespaceLabels = Map.copyOf(namespaceLabels);
      labels = Map.copyOf(labels);
      portNames = Set.copyOf(portNames);
    }

    /// The labels of its namespace, including the name label.
    public KnownLabels allNamespaceLabels() {
      Map<String, String> all = new TreeMap<>(namespaceLabels);
      all.put(Label.NAMESPACE_NAME.key(), namespace);
      return KnownLabels.of(all);
    }
  }
}
