package dev.netlog.coverage.input;

import dev.netlog.model.Resource;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Names;
import java.util.List;

/// An object that the API server refuses, so that the cluster does not have it.
///
/// @param object the object, in the namespace that it would go to
/// @param problems why, at least one, in the order of the object
public record RefusedObject(Resource object, List<InputProblem> problems) {
  public RefusedObject {
    problems = List.copyOf(problems);
  }

  /// As reports name it: `NetworkPolicy/edge/api`, `AdminNetworkPolicy/tenants`.
  public String name() {
    return Names.reference(object);
  }
}
