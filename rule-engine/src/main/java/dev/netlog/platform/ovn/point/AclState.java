package dev.netlog.platform.ovn.point;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclLevels;

/// What the annotation of an object says about each verdict.
///
/// @param levels the severities in force
/// @param allow whether allow verdicts are logged
/// @param deny the same of deny verdicts
/// @param pass the same of pass verdicts
record AclState(AclLevels levels, LoggingState allow, LoggingState deny, LoggingState pass) {
  private static final AclState ABSENT =
      new AclState(
          new AclLevels("", "", "", false),
          LoggingState.NOT_ANNOTATED,
          LoggingState.NOT_ANNOTATED,
          LoggingState.NOT_ANNOTATED);

  /// The API server refuses the object, so none of it counts.
  private static final AclState REFUSED =
      new AclState(
          AclLevels.DISCARDED,
          LoggingState.INVALID_ANNOTATION,
          LoggingState.INVALID_ANNOTATION,
          LoggingState.INVALID_ANNOTATION);

  /// What an object says that OVN-Kubernetes reads the annotation from.
  static AclState of(Resource holder) {
    Value value = holder.annotations().get(AclKey.KEY);
    if (value == null || value instanceof Value.Null) {
      return ABSENT;
    }
    AclAnnotation annotation = AclAnnotation.of(holder);
    return annotation == null ? REFUSED : of(annotation);
  }

  private static AclState of(AclAnnotation annotation) {
    return new AclState(
        annotation.levels(),
        state(annotation, AclField.ALLOW),
        state(annotation, AclField.DENY),
        state(annotation, AclField.PASS));
  }

  private static LoggingState state(AclAnnotation annotation, AclField field) {
    if (annotation.reading().isBroken(field, annotation.reader())) {
      return LoggingState.INVALID_ANNOTATION;
    }
    if (!isOn(annotation, field)) {
      return LoggingState.NOT_ANNOTATED;
    }
    return isLost(annotation, field) ? LoggingState.INVALID_ANNOTATION : LoggingState.ANNOTATED;
  }

  private static boolean isOn(AclAnnotation annotation, AclField field) {
    return annotation.reader().uses(field) && !annotation.levels().of(field).isEmpty();
  }

  /// Whether it would switch a field on, if kubectl could be trusted to store it beside annotations
  /// that are null.
  static boolean isLost(AclAnnotation annotation, AclField field) {
    return isOn(annotation, field) && !annotation.subject().nullAnnotations().isEmpty();
  }

  /// What it says about a field.
  LoggingState of(AclField field) {
    return switch (field) {
      case ALLOW -> allow;
      case DENY -> deny;
      case PASS -> pass;
    };
  }
}
