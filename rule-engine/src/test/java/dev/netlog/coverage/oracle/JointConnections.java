package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.JointUniverse.Pair;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import dev.netlog.coverage.oracle.OracleTarget.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The connections of subjects before and after a change; each set is listed once.
final class JointConnections {
  private final Map<Namespaces, JointUniverse> universes = new HashMap<>();
  private final Map<Ports, Set<Pair>> connections = new HashMap<>();

  private record Namespaces(OracleNamespace before, OracleNamespace after, String direction) {}

  private record Ports(
      JointUniverse universe, @Nullable Set<NamedPort> before, @Nullable Set<NamedPort> after) {}

  Set<Pair> of(Place before, Place after, String direction) {
    JointUniverse universe =
        universes.computeIfAbsent(
            new Namespaces(before.namespace(), after.namespace(), direction),
            _ -> new JointUniverse(before.namespace(), after.namespace(), direction));
    return connections.computeIfAbsent(
        new Ports(universe, before.subject().ports(), after.subject().ports()),
        _ -> universe.of(before.subject(), after.subject()));
  }
}
