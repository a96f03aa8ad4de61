package dev.netlog.coverage.points;

import dev.netlog.coverage.input.NamespaceSubjects;
import dev.netlog.network.Direction;
import dev.netlog.network.Truth;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortClause;
import dev.netlog.policy.Subject;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the policies with an ingress rule that names a port which no workload of the namespace
/// declares.
///
/// netlog takes such a rule as one that allows nothing. But a container that the cluster adds to
/// the pods, such as the proxy of a service mesh, may declare the port. So the policy may allow
/// more connections than those that netlog knows.
final class UndeclaredPorts {
  private static final LoggingState UNRESOLVED =
      new LoggingState.Unknown(
          CommonCause.NAMED_PORT_UNRESOLVED,
          "declare the port on a container, or write its number into the rule; if no sidecar declares"
              + " it, pass --assume input=complete (complete: true of a target in .netlog.yaml)");

  private final NamespacePolicies policies;
  private final NamespaceSubjects workloads;
  private final boolean complete;
  private @Nullable BitSet naming;

  /// @param complete whether the input has all containers of the pods, so that no policy is found
  UndeclaredPorts(NamespacePolicies policies, NamespaceSubjects workloads, boolean complete) {
    this.policies = policies;
    this.workloads = workloads;
    this.complete = complete;
  }

  /// Whether an ingress rule of a policy names such a port.
  boolean areNamedBy(int policy) {
    BitSet known = naming;
    if (known == null) {
      known = complete ? new BitSet() : find();
      naming = known;
    }
    return known.get(policy);
  }

  private BitSet find() {
    BitSet found = new BitSet();
    for (int i = 0; i < policies.all().size(); i++) {
      NetworkPolicy policy = policies.get(i);
      found.set(
          i,
          policy.rules(Direction.INGRESS).stream()
              .flatMap(rule -> rule.names().stream())
              .anyMatch(this::isUndeclared));
    }
    return found;
  }

  private boolean isUndeclared(PortClause.Name port) {
    List<Subject> read = workloads.read();
    return read.stream()
        .allMatch(subject -> subject.ports().resolve(port.protocol(), port.name()).isEmpty());
  }

  /// The state of the allow point of such a policy. The further connections leave a record if the
  /// policy itself logs, and make no difference if others already leave none. Otherwise the state
  /// is unknown.
  ///
  /// @param acts whether the policy decides any connection that netlog knows
  /// @param judge the platform
  static LoggingState state(Point point, Truth acts, Function<Point, LoggingState> judge) {
    LoggingState known = judge.apply(point);
    boolean depends =
        known instanceof LoggingState.Logged(_, boolean own) ? !own : acts == Truth.FALSE;
    return depends ? UNRESOLVED : known;
  }
}
