package dev.netlog.platform.gke.point;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.gke.annotation.AnnotationSwitch;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.shared.LostAnnotations;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Names;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;

/// The settings that decide whether the agent logs a point, in the order it asks them.
public final class GkeDecision {
  /// The most policies that a step names.
  private static final int SHOWN = 3;

  private static final Phrase POLICY = Phrase.of("delegated to the policy's annotation");
  private static final Phrase NAMESPACE = Phrase.of("delegated to the pod namespace's annotation");

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
  public static Decision of(Point point, GkeLogging logging, Inventory inventory) {
    GkeDecision decision = new GkeDecision(point, logging, inventory);
    decision.addSteps();
    boolean logged = decision.state instanceof LoggingState.Logged;
    return new Decision(
        decision.steps, logged ? null : GkeRemedy.of(point, logging.cluster(inventory), inventory));
  }

  private void addSteps() {
    if (point.windows()) {
      steps.add(
          Step.of(
              Meaning.CONSEQUENCE,
              Phrase.of("pinned to Windows nodes"),
              Phrase.of("GKE logs no verdicts of policies there")));
      return;
    }
    LogSection half = GkeLogging.half(point);
    ClusterLogging cluster = logging.cluster(inventory);
    steps.add(ClusterStep.of(cluster, half));
    if (cluster.settled(half) != null) {
      return;
    }
    if (point.reason() instanceof Reason.Allowing(Resource policy, _)) {
      Phrase name = Phrase.ofName("NetworkPolicy ", Names.local(policy));
      steps.add(annotation(half, policy, POLICY, name));
      addOthers(policy);
    } else {
      addNamespace(half);
    }
  }

  private void addNamespace(LogSection half) {
    String namespace = point.namespace();
    Resource object = NamespaceObject.in(inventory, namespace);
    steps.add(
        object == null
            ? Step.of(
                Meaning.NOT_IN_INPUT, NAMESPACE, NamespaceObject.textWithout(inventory, namespace))
            : annotation(half, object, NAMESPACE, Phrase.ofNamespace("Namespace ", namespace)));
  }

  private static Step annotation(LogSection half, Resource holder, Phrase asked, Phrase name) {
    JsonPointer pointer = Resource.annotationPointer(half.key());
    Value value = holder.annotations().get(half.key());
    AnnotationSwitch read = AnnotationSwitch.of(half, holder);
    if (value == null || read == AnnotationSwitch.ABSENT) {
      Phrase absent = Phrase.of("absent on ").with(name);
      return Step.at(holder, Place.key(pointer), Meaning.ABSENT, asked, null, absent);
    }
    String lost = read == AnnotationSwitch.LOST ? LostAnnotations.words(holder) : "";
    Phrase answer = Phrase.of(shown(value) + " on ").with(name).with(lost);
    return Step.at(holder, Place.value(pointer), Meaning.VALUE, asked, null, answer);
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
                  Meaning.CONSEQUENCE,
                  Phrase.of(
                      "all of it is allowed by annotated policies too if a generated label selects"
                          + " them"),
                  null,
                  names(annotated.possible())));
    }
  }

  private void addMeeting(Resource policy, List<Resource> annotated, String how) {
    List<Resource> others = point.applied().meeting(policy, annotated);
    if (!others.isEmpty()) {
      steps.add(
          Step.at(
              others.getFirst(),
              Place.value(Resource.annotationPointer(LogSection.ALLOW.key())),
              Meaning.CONSEQUENCE,
              Phrase.of(how + " allowed by annotated policies too"),
              null,
              names(others)));
    }
  }

  private static Phrase names(List<Resource> policies) {
    List<Phrase.Part> parts = new ArrayList<>();
    for (Resource policy : policies.subList(0, Math.min(SHOWN, policies.size()))) {
      if (!parts.isEmpty()) {
        parts.add(new Phrase.Words(", "));
      }
      parts.add(new Phrase.Name(Names.local(policy)));
    }
    int left = policies.size() - SHOWN;
    return new Phrase(parts).with(left > 0 ? " and " + left + " more" : "");
  }
}
