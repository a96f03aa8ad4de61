package dev.netlog.coverage.compare;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.TargetKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Selector;
import dev.netlog.network.Truth;
import dev.netlog.policy.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pods that policies of a namespace, and those of the cluster, select on one side of a change.
final class PodSelectors {
  private final Map<ResourceId, Selector> selectors = new HashMap<>();

  PodSelectors(Coverage side, @Nullable NamespaceCoverage namespace) {
    side.target()
        .adminPolicies()
        .forEach(policy -> selectors.put(TargetKinds.identity(policy.resource()), policy.pods()));
    if (namespace != null) {
      namespace
          .networkPolicies()
          .forEach(
              policy -> selectors.put(TargetKinds.identity(policy.resource()), policy.selector()));
    }
  }

  /// Whether a subject of the base is one that a policy selected which the virtual subject of the
  /// head stands for: the one that it is assumed for, or one that gives the point and selects it on
  /// both sides.
  ///
  /// @param head the selectors of the head
  /// @param givers the policies that give the point at the head
  boolean selectedFor(
      Subject virtual, PodSelectors head, Collection<Resource> givers, Subject subject) {
    Set<ResourceId> policies = new HashSet<>();
    head.selectors.forEach(
        (id, selector) -> {
          if (virtual.labels().known().equals(selector.smallestLabels())) {
            policies.add(id);
          }
        });
    for (Resource giver : givers) {
      ResourceId id = TargetKinds.identity(giver);
      if (selects(id, virtual)) {
        policies.add(id);
      }
    }
    return policies.stream().anyMatch(id -> selects(id, subject));
  }

  private boolean selects(ResourceId policy, Subject subject) {
    Selector selector = selectors.get(policy);
    return selector != null && selector.matches(subject.labels()) == Truth.TRUE;
  }
}
