package dev.netlog.platform.gke;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.LostAnnotations;
import dev.netlog.platform.NamespaceObject;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;

/// The settings that decide whether the agent logs a point, in the order it asks them.
final class GkeDecision {
  /// The most policies that a step names.
  private static final int SHOWN = 3;

  private final Point point;
  private final GkeLogging logging;
  private final Inventory inventory;
  private final LoggingState state;
  private final List<Step> steps = new ArrayList<>();

  private GkeDecision(Point point, GkeLogging logging, Inventory inventory) {
    this.point = point;
    this.logging = logging;
    this.inventory = inventory;
    this.state = logging.of(point, inventory);
  }

  /// The chain of a point.
  static Decision of(Point point, GkeLogging logging, Inventory inventory) {
    GkeDecision decision = new GkeDecision(point, logging, inventory);
    decision.addSteps();
    boolean logged = decision.state instanceof LoggingState.Logged;
    return new Decision(
        decision.steps, logged ? null : GkeRemedy.of(point, logging.cluster(inventory), inventory));
  }

  private void addSteps() {
    if (point.windows()) {
      steps.add(Step.of("pinned to Windows nodes  GKE logs no verdicts of policies there"));
      return;
    }
    LogSection half = GkeLogging.half(point);
    ClusterLogging cluster = logging.cluster(inventory);
    steps.add(ClusterStep.of(cluster, half));
    if (cluster.settled(half) != null) {
      return;
    }
    if (point.reason() instanceof Reason.Allowing(Resource policy, _)) {
      String name = "NetworkPolicy " + name(policy);
      steps.add(annotation(half, policy, "the policy's annotation", name));
      addOthers(policy);
    } else {
      addNamespace(half);
    }
  }

  private void addNamespace(LogSection half) {
    String whose = "the pod namespace's annotation";
    Resource object = NamespaceObject.in(inventory, point.namespace());
    steps.add(
        object == null
            ? Step.of(delegated(whose, NamespaceObject.textWithout(inventory, point.namespace())))
            : annotation(half, object, whose, "Namespace " + point.namespace()));
  }

  private static Step annotation(LogSection half, Resource holder, String whose, String name) {
    JsonPointer pointer = Resource.annotationPointer(half.key());
    Value value = holder.annotations().get(half.key());
    AnnotationSwitch read = AnnotationSwitch.of(half, holder);
    boolean absent = read == AnnotationSwitch.ABSENT;
    String lost = read == AnnotationSwitch.LOST ? LostAnnotations.words(holder) : "";
    Step step =
        Step.at(
            holder,
            absent ? Place.key(pointer) : Place.value(pointer),
            delegated(
                whose,
                value == null || absent
                    ? "absent on " + name
                    : shown(value) + " on " + name + lost));
    return absent ? step.absent() : step;
  }

  private static String delegated(String whose, String what) {
    return "delegated to " + whose + "  " + what;
  }

  private static String shown(Value value) {
    if (!(value instanceof Value.Text(String text))) {
      return "a value of type " + value.typeName() + ", which is refused,";
    }
    boolean known = text.equals("true") || text.equals("false");
    return Quoted.of(text) + (known ? "" : ", which is neither \"true\" nor \"false\",");
  }

  /// What other policies do for one that is not annotated.
  private void addOthers(Resource policy) {
    if (AnnotationSwitch.of(LogSection.ALLOW, policy) == AnnotationSwitch.ON) {
      return;
    }
    GkeLogging.Annotated annotated = logging.annotated(point);
    switch (state) {
      case LoggingState.Logged _ -> addMeeting(policy, annotated.sure(), "all of it is");
      case LoggingState.NotLogged(_, boolean partial) -> {
        if (partial) {
          addMeeting(policy, annotated.sure(), "part of it is");
        }
      }
      case LoggingState.Unknown _ ->
          steps.add(
              Step.at(
                  annotated.possible().getFirst(),
                  Place.key(JsonPointer.of("spec", "podSelector")),
                  "all of it is allowed by annotated policies too if a generated label selects"
                      + " them  "
                      + names(annotated.possible())));
    }
  }

  private void addMeeting(Resource policy, List<Resource> annotated, String how) {
    List<Resource> others = point.applied().meeting(policy, annotated);
    if (!others.isEmpty()) {
      steps.add(
          Step.at(
              others.getFirst(),
              Place.value(Resource.annotationPointer(LogSection.ALLOW.key())),
              how + " allowed by annotated policies too  " + names(others)));
    }
  }

  private String names(List<Resource> policies) {
    List<String> names = policies.stream().limit(SHOWN).map(this::name).toList();
    int left = policies.size() - names.size();
    return String.join(", ", names) + (left == 0 ? "" : " and " + left + " more");
  }

  private String name(Resource policy) {
    return point.namespace() + "/" + policy.id().name();
  }
}
