package dev.netlog.policy;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A step in the order in which a platform asks policies about a connection.
///
/// The first tier that allows or denies a connection decides; a connection that no tier decides is
/// allowed. The usual tiers are in [Tiers].
public sealed interface Tier {

  /// The NetworkPolicies. They only allow. What none of those that isolate a pod allows is denied,
  /// so later tiers are asked only about pods that no NetworkPolicy isolates.
  record NetworkPolicies() implements Tier {}

  /// Cluster-scoped policies with rules that allow, deny or pass. The first rule that matches a
  /// connection counts; pass leaves the connection to the next tier.
  ///
  /// @param name of the tier, as its API calls it
  /// @param readers the kinds, with how an object becomes policies: one if its subject holds for
  ///   all rules; one for each run of rules with the same subject, in the order of the rules, if
  ///   rules have subjects of their own; none if the object is in another tier. The lowest priority
  ///   comes first
  /// @param ties the order of policies of one priority
  record Admin(
      String name, Map<GroupKind, Function<Resource, List<AdminPolicy>>> readers, Ties ties)
      implements Tier {
    public Admin {
      readers = Map.copyOf(readers);
    }

    /// The policies of an object in this tier; none if it is of another kind or in another tier.
    public List<AdminPolicy> read(Resource resource) {
      Function<Resource, List<AdminPolicy>> reader = readers.get(resource.id().groupKind());
      return reader == null ? List.of() : reader.apply(resource);
    }
  }

  /// The order of policies of one priority.
  enum Ties {
    /// Any order is possible: each policy may be the first.
    UNDEFINED,
    /// By name.
    BY_NAME
  }
}
