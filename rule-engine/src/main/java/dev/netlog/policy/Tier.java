package dev.netlog.policy;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A step in the order in which a platform evaluates policies for a connection.
///
/// The first tier that allows or denies a connection decides; a connection that no tier decides is
/// allowed. The usual tiers are in [Tiers].
public sealed interface Tier {

  /// The NetworkPolicies. They only allow. A pod that some of them isolate is denied everything
  /// that none of them allows, so later tiers only apply to pods that no NetworkPolicy isolates.
  record NetworkPolicies() implements Tier {}

  /// Cluster-scoped policies with rules that allow, deny or pass. The first rule that matches a
  /// connection counts; pass leaves the connection to the next tier.
  ///
  /// @param name its name in the API
  /// @param readers the kinds, with a function that turns an object into policies: one if its
  ///   subject applies to all rules; one for each run of rules with the same subject, in the order
  ///   of the rules, if rules have their own subjects; none if the object is in another tier. The
  ///   lowest priority comes first
  /// @param ties the order of policies with the same priority
  /// @param ties the order of policies of one priority
  record Admin(
      String name, Map<GroupKind, Function<Resource, List<AdminPolicy>>> readers, Ties ties)
      implements Tier {
    public Admin {
      readers = Map.copyOf(readers);
    }

    /// The policies of an object in this tier; none if its kind or tier is another one.
    public List<AdminPolicy> read(Resource resource) {
      Function<Resource, List<AdminPolicy>> reader = readers.get(resource.id().groupKind());
      return reader == null ? List.of() : reader.apply(resource);
    }
  }

  /// The order of policies with the same priority.
  enum Ties {
    /// Any order is possible: each policy may be the first.
    UNDEFINED,
    /// By name.
    BY_NAME
  }
}
