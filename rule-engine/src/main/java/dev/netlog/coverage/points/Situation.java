package dev.netlog.coverage.points;

import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Everything that decides which points a subject has. Subjects in the same situation form a group.
///
/// @param certain the NetworkPolicies that certainly select it
/// @param possible those that may, depending on a label with an unknown value
/// @param standing the cluster-scoped policies
/// @param names its ports that policies name
/// @param windows whether it only runs on Windows nodes
/// @param transformed its workload, if a tool changes it; otherwise null
record Situation(
    BitSet certain,
    BitSet possible,
    ClusterRules.Standing standing,
    PortNames names,
    boolean windows,
    @Nullable Resource transformed) {

  static Situation of(
      Subject subject,
      NamespacePolicies policies,
      ClusterRules.Standing standing,
      PortNames names,
      TransformedObjects objects) {
    Resource workload = subject.resource();
    NamespacePolicies.Selecting selecting = policies.selecting(subject);
    return new Situation(
        selecting.certain(),
        selecting.possible(),
        standing,
        names,
        subject.windows(),
        workload == null || objects.of(workload) == null ? null : workload);
  }

  /// The policies that apply in a direction.
  ApplicablePolicies applied(
      NamespacePolicies policies, ClusterRules cluster, Direction direction) {
    return new ApplicablePolicies(
        policies,
        direction,
        names,
        cluster.stages(standing, direction, names),
        policies.isolating(certain, direction),
        policies.isolating(possible, direction));
  }
}
