package dev.netlog.platform;

import dev.netlog.model.Resource;
import java.util.List;

/// What applies where nothing does.
final class NoPolicies implements AppliedPolicies {
  @Override
  public List<Resource> policies() {
    return List.of();
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
}
