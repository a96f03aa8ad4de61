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

/// Tells which objects the API server refuses, so that a target's cluster does not have them.
///
/// @param platform the platform
/// @param kinds what its kinds are
record StoredCheck(Platform platform, TargetKinds kinds) {
  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  /// Why an object is refused; empty where it is stored.
  ///
  /// Nobody checks objects of kinds that are not modelled. A logging value that is no string counts
  /// as an annotation that means nothing: the points of such an object stay, and are missed.
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
