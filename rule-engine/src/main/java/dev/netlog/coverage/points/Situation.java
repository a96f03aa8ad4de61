package dev.netlog.coverage.points;

import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that decides which points a subject has. Subjects in the same situation form a group.
///
/// @param certain the NetworkPolicies that certainly select it
/// @param possible those that may, depending on a label with an unknown value
/// @param standing the cluster-scoped policies
/// @param names its ports that policies name
/// @param windows whether it only runs on Windows nodes
/// @param transformed its workload, if a tool changes it; otherwise null
/// @param givers the policies that it is assumed for, null if it is a workload of the input
record Situation(
    BitSet certain,
    BitSet possible,
    ClusterRules.Standing standing,
    PortNames names,
    boolean windows,
    @Nullable Resource transformed,
    @Nullable Givers givers) {

  /// The policies that a virtual subject is assumed for.
  ///
  /// @param policies the NetworkPolicies
  /// @param admins the cluster-scoped policies with the same smallest set of labels, by order
  /// @param anywhere whether it is in [Subject#ANYWHERE]
  record Givers(BitSet policies, List<Integer> admins, boolean anywhere) {}

  static Situation of(
      Subject subject,
      NamespacePolicies policies,
      ClusterRules.Standing standing,
      PortNames names,
      TransformedObjects objects,
      @Nullable Givers givers) {
    Resource workload = subject.resource();
    NamespacePolicies.Selecting selecting = policies.selecting(subject);
    return new Situation(
        selecting.certain(),
        selecting.possible(),
        standing,
        names,
        subject.windows(),
        workload == null || objects.of(workload) == null ? null : workload,
        givers);
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
