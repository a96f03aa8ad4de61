package dev.netlog.platform;

import dev.netlog.model.Resource;
import java.util.List;
import java.util.function.Predicate;

/// Policies of which nothing is known but which they are.
///
/// @param policies the policies, none where nothing applies
record NamedPolicies(List<Resource> policies) implements AppliedPolicies {
  NamedPolicies {
    policies = List.copyOf(policies);
  }

  @Override
  public List<Resource> possible() {
    return List.of();
  }

  @Override
  public Share shared(Resource policy, List<Resource> others) {
    return Share.NONE;
  }

  @Override
  public List<Resource> meeting(Resource policy, List<Resource> others) {
    return List.of();
  }

  @Override
  public List<Integer> rules(Resource policy) {
    return List.of();
  }

  @Override
  public List<VerdictRegion.Part> undecided() {
    return List.of();
  }

  @Override
  public List<VerdictRegion> regions(Reason reason, Predicate<Resource> logged) {
    return List.of();
  }
}
