package dev.netlog.platform.gke.point;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.gke.networklogging.FieldRefusal;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.gke.networklogging.NetworkLogging;
import dev.netlog.platform.gke.networklogging.Problem;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import org.jspecify.annotations.Nullable;

/// What the NetworkLogging says, as the first step of each decision.
final class ClusterStep {
  private static final Phrase NAME = Phrase.of("NetworkLogging default");

  private ClusterStep() {}

  /// The step about a half.
  static Step of(ClusterLogging cluster, LogSection half) {
    String path = "spec.cluster." + half.field();
    return switch (cluster) {
      case ClusterLogging.Obeyed(Resource resource, NetworkLogging logging, _, _) ->
          Step.at(
              resource,
              Place.key(half.pointer()),
              Meaning.VALUE,
              NAME,
              path,
              Phrase.of(logging.flags(half)));
      case ClusterLogging.Rejected(Resource resource, NetworkLogging logging) ->
          rejection(resource, logging == null ? null : logging.rejection());
      case ClusterLogging.Refused(Resource resource, InputProblem problem) ->
          invalid(resource, problem.at(), problem.message());
      case ClusterLogging.Assumed(String word, _) ->
          notInInput("not in the input").because(Phrase.of("assumed to be " + word));
      case ClusterLogging.Removed _ ->
          notInInput("removed by this change").because(Phrase.of(path + " is off"));
      case ClusterLogging.Absent _ ->
          notInInput("not in the input, which is declared complete")
              .because(Phrase.of(path + " is off"));
      case ClusterLogging.Unseen _ -> notInInput("not in the input");
    };
  }

  private static Step notInInput(String answer) {
    return Step.of(Meaning.NOT_IN_INPUT, NAME, Phrase.of(answer));
  }

  private static Step rejection(Resource resource, @Nullable Problem problem) {
    return switch (problem) {
      case null ->
          invalid(
              resource,
              JsonPointer.of("apiVersion"),
              "no API has a NetworkLogging under " + Quoted.of(resource.id().apiVersion()));
      case Problem.DelegateWithoutLog(LogSection half) ->
          invalid(
              resource,
              problem.pointer(),
              "spec.cluster." + half.field() + " has delegate=true and not log=true");
      case Problem.WrongType _, Problem.WrongName _, Problem.NoName _, Problem.UnknownField _ ->
          invalid(resource, problem.pointer(), FieldRefusal.message(problem));
    };
  }

  private static Step invalid(Resource resource, JsonPointer at, String problem) {
    return Step.at(resource, Place.value(at), Meaning.VALUE, NAME, null, Phrase.of("invalid"))
        .because(Phrase.of(problem));
  }
}
