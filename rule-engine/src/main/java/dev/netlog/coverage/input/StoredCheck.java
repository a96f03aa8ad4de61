package dev.netlog.coverage.input;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out which objects the API server refuses, so that the cluster does not have them.
///
/// @param platform the platform
/// @param kinds its kinds
record StoredCheck(Platform platform, TargetKinds kinds) {
  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  /// The errors for which an object is refused; empty if it is accepted.
  ///
  /// Objects of kinds that are not modelled are not checked. A logging value that is not a string
  /// counts as an annotation without meaning: the points of such an object stay, and are missed.
  List<InputProblem> refusals(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    if (platform.enforcement().unmodelled().contains(kind)) {
      return List.of();
    }
    List<InputProblem> problems = all(resource);
    Set<JsonPointer> logging =
        platform.keys(kind).stream().map(Resource::annotationPointer).collect(Collectors.toSet());
    return problems.stream().allMatch(problem -> logging.contains(problem.at()))
        ? List.of()
        : problems;
  }

  private List<InputProblem> all(Resource resource) {
    List<InputProblem> problems = new ArrayList<>(platform.refusals(resource));
    if (problems.isEmpty() && kinds.isWorkload(resource)) {
      problems.addAll(Subjects.problems(resource));
    }
    if (problems.isEmpty() && Names.name(resource).isEmpty()) {
      String message = "the " + resource.id().kind() + " has no name; write metadata.name";
      problems.add(new InputProblem(resource, NAME, message));
    }
    return problems;
  }
}
