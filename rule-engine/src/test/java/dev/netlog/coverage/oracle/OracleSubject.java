package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A subject of section 2.
///
/// @param ports the named ports; null where each name is assumed to resolve
record OracleSubject(
    String id,
    LabelSet labels,
    boolean hostNetwork,
    boolean windows,
    @Nullable Set<NamedPort> ports) {

  /// A declaration of a container.
  record NamedPort(String name, String protocol, int number) {}

  boolean isVirtual() {
    return ports == null;
  }
}
