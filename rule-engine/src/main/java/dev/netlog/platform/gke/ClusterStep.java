package dev.netlog.platform.gke;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.Decision.Step;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import org.jspecify.annotations.Nullable;

/// What the NetworkLogging says, as the first step of each decision.
final class ClusterStep {
  private static final String NAME = "NetworkLogging default  ";

  private ClusterStep() {}

  /// The step about a half.
  static Step of(ClusterLogging cluster, LogSection half) {
    String path = "spec.cluster." + half.field();
    return switch (cluster) {
      case ClusterLogging.Obeyed(Resource resource, NetworkLogging logging, _, _) ->
          Step.at(resource, Place.key(half.pointer()), NAME + path + "  " + logging.flags(half));
      case ClusterLogging.Rejected(Resource resource, NetworkLogging logging) ->
          rejection(resource, logging == null ? null : logging.rejection());
      case ClusterLogging.Refused(Resource resource, InputProblem problem) ->
          Step.at(resource, Place.value(problem.at()), NAME + "invalid  " + problem.message());
      case ClusterLogging.Assumed(String word, _) ->
          Step.of(NAME + "not in the input  assumed to be " + word);
      case ClusterLogging.Absent _ ->
          Step.of(NAME + "not in the input, which is declared complete  " + path + " is off");
      case ClusterLogging.Unseen _ -> Step.of(NAME + "not in the input");
    };
  }

  private static Step rejection(Resource resource, @Nullable Problem problem) {
    String start = NAME + "invalid  ";
    return switch (problem) {
      case null -> {
        String version = Quoted.of(resource.id().apiVersion());
        yield Step.at(
            resource,
            Place.value(JsonPointer.of("apiVersion")),
            start + "no API has a NetworkLogging under " + version);
      }
      case Problem.DelegateWithoutLog(LogSection half) ->
          Step.at(
              resource,
              Place.value(problem.pointer()),
              start + "spec.cluster." + half.field() + " has delegate=true and not log=true");
      case Problem.WrongType _, Problem.WrongName _, Problem.NoName _, Problem.UnknownField _ ->
          Step.at(resource, Place.value(problem.pointer()), start + FieldRefusal.message(problem));
    };
  }
}
