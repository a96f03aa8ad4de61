package dev.netlog.platform.ovn;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.LostAnnotations;
import dev.netlog.platform.NamespaceObject;
import dev.netlog.platform.Point;
import dev.netlog.platform.ovn.AclLogging.Member;
import dev.netlog.platform.ovn.JsonText.Token;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The setting that decides whether OVN logs a point: one annotation, which nothing delegates to
/// and nothing overrules.
final class AclDecision {
  private AclDecision() {}

  /// The chain of a point, of one step.
  static Decision of(Point point, Inventory inventory) {
    Resource policy = AclPoints.policy(point);
    Programming.Obstacle obstacle = policy == null ? null : Programming.of(policy).obstacle();
    if (policy != null && obstacle != null) {
      return notProgrammed(policy, obstacle);
    }
    Resource holder = AclPoints.holder(point, inventory);
    AclField field = AclField.of(point.verdict());
    if (holder == null) {
      String text = NamespaceObject.textWithout(inventory, point.namespace());
      String name = "Namespace " + point.namespace();
      return new Decision(List.of(Step.of(text)), AclRemedy.elsewhere(name, field));
    }
    boolean logged = AclState.of(holder).of(field) instanceof LoggingState.Logged;
    Remedy remedy = logged ? null : AclRemedy.of(holder, field);
    return new Decision(List.of(step(holder, field)), remedy);
  }

  private static Decision notProgrammed(Resource policy, Programming.Obstacle obstacle) {
    String name = name(policy);
    Step step =
        Step.at(
            policy,
            Place.value(obstacle.at()),
            name + "  " + obstacle.problem() + ", so OVN-Kubernetes does not program the policy");
    String text = obstacle.remedy() + " in " + name;
    return new Decision(List.of(step), new Remedy(policy, null, text, obstacle.line()));
  }

  /// An object as steps and remedies name it: `Namespace payments`.
  static String name(Resource holder) {
    return holder.id().kind() + " " + holder.id().name();
  }

  private static Step step(Resource holder, AclField field) {
    String start = name(holder) + "  " + AclKey.KEY + "  ";
    Value value = holder.annotations().get(AclKey.KEY);
    if (value == null || value instanceof Value.Null) {
      return Step.at(holder, AclAnnotation.key(), start + "absent").absent();
    }
    AclAnnotation annotation = AclAnnotation.of(holder);
    if (annotation == null) {
      return Step.at(
          holder,
          Place.value(AclAnnotation.POINTER),
          start + "a value of type " + value.typeName() + ", which is refused");
    }
    String consequence =
        annotation.reader().programsPolicy() && annotation.levels().error()
            ? ", so OVN-Kubernetes does not program the policy"
            : "";
    return switch (annotation.reading()) {
      case AclLogging.NotJson(JsonText.Malformed problem) ->
          Step.at(
              holder,
              Place.text(AclAnnotation.POINTER, problem.start(), problem.end()),
              start + "not JSON: " + problem.problem() + consequence);
      case AclLogging.NotAnObject(Token token) ->
          Step.at(
              holder,
              AclAnnotation.place(token),
              start + token.type().words() + " and no object" + consequence);
      case AclLogging.Members members -> {
        Member deciding = deciding(members, field, annotation.reader());
        yield deciding == null
            ? Step.at(holder, Place.value(AclAnnotation.POINTER), start + "no " + field.key())
            : Step.at(
                holder,
                AclAnnotation.place(deciding.value()),
                start
                    + shown(deciding)
                    + consequence
                    + (AclState.isLost(annotation, field) ? LostAnnotations.words(holder) : ""));
      }
    };
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
