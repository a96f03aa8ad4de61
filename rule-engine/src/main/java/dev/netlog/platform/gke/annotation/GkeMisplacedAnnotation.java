package dev.netlog.platform.gke.annotation;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A logging annotation where nothing reads it.
public final class GkeMisplacedAnnotation implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-misplaced-annotation", "gke", Severity.ERROR)
          .code("misplaced-annotation")
          .title("a logging annotation where GKE does not read it")
          .explanation(
              """
              Each of the two annotations is read in one place only.

              - `policy.network.gke.io/enable-logging`, for allowed connections: from the annotations of a \
              network policy (NetworkPolicy, CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy, \
              FQDNNetworkPolicy).
              - `policy.network.gke.io/enable-deny-logging`, for denied connections: from the annotations \
              of the Namespace of the pod whose policies deny the connection.

              Everywhere else it does nothing and nobody is told: the allow key on a Namespace, the deny \
              key on a policy, either of them among labels, on a pod, on a pod template, on an \
              AdminNetworkPolicy or on the NetworkLogging itself. No policy can have its denials logged: \
              denied is what no policy allows.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Put the annotation where it is read. The unsafe fix moves a label to the annotations of \
              the same object where that is the right one; everything else concerns two objects and is left \
              to you.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<Violation> violations = new ArrayList<>();
    for (KeyPlace place : KeyPlace.in(subject)) {
      LogSection half = LogSection.ofKey(place.key());
      boolean read =
          half != null
              && place.spot() == KeyPlace.Spot.ANNOTATIONS
              && half.isReadFrom(subject.id().groupKind());
      if (half != null && !read) {
        violations.add(
            Violation.at(Place.key(place.pointer()), message(place, half, subject))
                .withFix(fix(place, half, subject)));
      }
    }
    return violations;
  }

  private static String message(KeyPlace place, LogSection half, Resource subject) {
    String start = place.spot().word() + " " + Quoted.of(place.key()) + " has no effect";
    String kind = subject.id().kind();
    LogSection right = LogSection.readFrom(subject.id().groupKind());
    if (place.spot() == KeyPlace.Spot.LABELS && right == half) {
      return start + ": GKE reads it from the annotations; move it there";
    }
    String read = " on a " + kind + ": GKE reads it from annotations of " + half.readers();
    if (right == null || place.spot() != KeyPlace.Spot.ANNOTATIONS) {
      return start + read + " only; move it there or delete it";
    }
    return switch (half) {
      case ALLOW ->
          start
              + read
              + "; annotate the policies, or write "
              + Quoted.of(right.key())
              + " to log denied connections";
      case DENY -> start + read + "; annotate " + namespace(subject);
    };
  }

  private static String namespace(Resource policy) {
    String namespace = policy.id().namespace();
    return namespace == null ? "the Namespace of its pods" : "Namespace " + Quoted.of(namespace);
  }

  private static Fix fix(KeyPlace place, LogSection half, Resource subject) {
    boolean here = half.isReadFrom(subject.id().groupKind());
    boolean text = place.value() instanceof Value.Text;
    if (place.spot() == KeyPlace.Spot.LABELS && here && text && isFree(half, subject)) {
      return Fix.unsafe(
          "move it to the annotations",
          new Edit.Set(Resource.annotationPointer(half.key()), place.value()),
          new Edit.Remove(place.pointer()));
    }
    return Fix.manual("annotate " + half.readers() + " instead");
  }

  private static boolean isFree(LogSection half, Resource subject) {
    Value annotations = subject.content().at(JsonPointer.of("metadata", "annotations"));
    return annotations == null
        || annotations instanceof Value.Null
        || (annotations instanceof Value.Mapping mapping && mapping.get(half.key()) == null);
  }
}
