package dev.netlog.policy;

import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.List;

/// What makes the API server refuse an object of a kind that every cluster has.
public final class Refusals {
  private Refusals() {}

  /// The reasons, in the order of the object; empty where the object is stored.
  public static List<InputProblem> of(Resource resource) {
    List<InputProblem> problems = new ArrayList<>();
    if (resource.is(KubernetesKinds.NETWORK_POLICY)) {
      NetworkPolicy.read(resource, problems);
    } else if (resource.is(KubernetesKinds.ADMIN_NETWORK_POLICY)
        || resource.is(KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY)) {
      AdminPolicy.read(resource, problems);
    }
    return List.copyOf(problems);
  }
}
