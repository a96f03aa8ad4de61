package dev.netlog.platform.ovn.point;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclLogging;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.acl.AclSeverity;
import dev.netlog.platform.ovn.acl.JsonText;
import dev.netlog.platform.ovn.acl.JsonText.Token;
import dev.netlog.platform.shared.LostAnnotations;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.text.Phrase;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The setting that decides whether OVN logs a point: one annotation, which nothing delegates to
/// and nothing overrules.
public final class AclDecision {
  private static final String NOT_PROGRAMMED = "so OVN-Kubernetes does not program the policy";

  private AclDecision() {}

  /// The chain of a point, of one step.
  public static Decision of(Point point, Inventory inventory) {
    Resource policy = AclPoints.policy(point);
    Programming.Obstacle obstacle = policy == null ? null : Programming.of(policy).obstacle();
    if (policy != null && obstacle != null) {
      return notProgrammed(policy, obstacle);
    }
    Resource holder = AclPoints.holder(point, inventory);
    AclField field = AclField.of(point.verdict());
    if (holder == null) {
      Phrase text = NamespaceObject.textWithout(inventory, point.namespace());
      Phrase name = Phrase.ofNamespace("Namespace ", point.namespace());
      Step step = Step.of(Meaning.NOT_IN_INPUT, null, text);
      return new Decision(List.of(step), AclRemedy.elsewhere(name, field));
    }
    boolean logged = AclState.of(holder).of(field) instanceof LoggingState.Logged;
    Remedy remedy = logged ? null : AclRemedy.of(holder, field);
    return new Decision(List.of(step(holder, field)), remedy);
  }

  private static Decision notProgrammed(Resource policy, Programming.Obstacle obstacle) {
    Phrase name = name(policy);
    Step step =
        Step.at(
            policy,
            Place.value(obstacle.at()),
            Meaning.VALUE,
            name,
            null,
            Phrase.of(obstacle.problem() + ", " + NOT_PROGRAMMED));
    Phrase text = Phrase.of(obstacle.remedy() + " in ").with(name);
    return new Decision(List.of(step), new Remedy(policy, null, text, obstacle.line()));
  }

  /// An object as steps and remedies name it: `Namespace payments`.
  static Phrase name(Resource holder) {
    String words = holder.id().kind() + " ";
    String name = holder.id().name();
    return holder.is(KubernetesKinds.NAMESPACE)
        ? Phrase.ofNamespace(words, name)
        : Phrase.ofName(words, name);
  }

  private static Step step(Resource holder, AclField field) {
    Value value = holder.annotations().get(AclKey.KEY);
    if (value == null || value instanceof Value.Null) {
      return step(holder, AclAnnotation.key(), Meaning.ABSENT, "absent");
    }
    AclAnnotation annotation = AclAnnotation.of(holder);
    if (annotation == null) {
      return step(
          holder,
          Place.value(AclAnnotation.POINTER),
          Meaning.VALUE,
          "a value of type " + value.typeName() + ", which is refused");
    }
    String consequence =
        annotation.reader().programsPolicy() && annotation.levels().error()
            ? ", " + NOT_PROGRAMMED
            : "";
    return switch (annotation.reading()) {
      case AclLogging.NotJson(JsonText.Malformed problem) ->
          step(
              holder,
              Place.text(AclAnnotation.POINTER, problem.start(), problem.end()),
              Meaning.VALUE,
              "not JSON: " + problem.problem() + consequence);
      case AclLogging.NotAnObject(Token token) ->
          step(
              holder,
              AclAnnotation.place(token),
              Meaning.VALUE,
              token.type().words() + " and no object" + consequence);
      case AclLogging.Members members -> {
        Member deciding = deciding(members, field, annotation.reader());
        String lost = AclState.isLost(annotation, field) ? LostAnnotations.words(holder) : "";
        yield deciding == null
            ? step(holder, Place.value(AclAnnotation.POINTER), Meaning.VALUE, "no " + field.key())
            : step(
                holder,
                AclAnnotation.place(deciding.value()),
                Meaning.VALUE,
                shown(deciding) + consequence + lost);
      }
    };
  }

  private static Step step(Resource holder, Place place, Meaning meaning, String answer) {
    return Step.at(holder, place, meaning, name(holder), AclKey.KEY, Phrase.of(answer));
  }

  /// The member that decides: one that spoils all, or else the field's own.
  private static @Nullable Member deciding(
      AclLogging.Members members, AclField field, AclReader reader) {
    for (Member member : members.members()) {
      if (member.isWrongType()) {
        return member;
      }
    }
    Member own = members.deciding(field);
    if (own != null && !AclSeverity.isKnown(own.value().text())) {
      return own;
    }
    for (AclField other : AclField.values()) {
      Member member = reader.programsPolicy() ? members.deciding(other) : null;
      if (member != null && !AclSeverity.isKnown(member.value().text())) {
        return member;
      }
    }
    return own;
  }

  private static String shown(Member member) {
    Token value = member.value();
    if (member.isWrongType()) {
      return member.name() + " is " + value.type().words() + " and no string";
    }
    String severity = value.text();
    if (severity.isEmpty()) {
      return member.name() + " is off";
    }
    return AclSeverity.isKnown(severity)
        ? member.name() + "=" + severity
        : member.name() + " is " + Quoted.of(severity) + ", which is no severity";
  }
}
