package dev.netlog.coverage.input;

import dev.netlog.model.Resource;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Names;
import java.util.List;

/// An object that the API server refuses, so that the cluster does not have it.
///
/// @param object the object, with the namespace in which it would be created
/// @param problems the errors, at least one, in the order of the object
public record RefusedObject(Resource object, List<InputProblem> problems) {
  public RefusedObject {
    problems = List.copyOf(problems);
  }

  /// Its name in reports: `NetworkPolicy/edge/api`, `AdminNetworkPolicy/tenants`.
  public String name() {
    return Names.reference(object);
  }
}
