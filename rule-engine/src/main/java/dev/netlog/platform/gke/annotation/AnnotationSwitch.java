package dev.netlog.platform.gke.annotation;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.gke.networklogging.LogSection;

/// What the agent makes of a logging annotation, where it asks for it.
public enum AnnotationSwitch {
  /// There is none.
  ABSENT,
  /// `false`.
  OFF,
  /// `true`.
  ON,
  /// `true`, on an object of which kubectl may store no annotation, since another one is null.
  LOST,
  /// Anything else: another text reads as off, and another type is refused with the whole object. A
  /// null is stored as the empty text, where the object is not rid of its annotations altogether.
  INVALID;

  /// What a half's annotation of an object says.
  public static AnnotationSwitch of(LogSection half, Resource resource) {
    Value value = resource.annotations().get(half.key());
    if (value == null) {
      return ABSENT;
    }
    if (!(value instanceof Value.Text(String text))) {
      return INVALID;
    }
    return switch (text) {
      case "true" -> resource.nullAnnotations().isEmpty() ? ON : LOST;
      case "false" -> OFF;
      default -> INVALID;
    };
  }

  /// Whether somebody has written `true`, be it stored or not.
  public boolean isTrue() {
    return this == ON || this == LOST;
  }

  /// What follows for a point that hangs on this annotation alone.
  public LoggingState state() {
    return switch (this) {
      case ABSENT, OFF -> LoggingState.NOT_ANNOTATED;
      case ON -> LoggingState.ANNOTATED;
      case LOST, INVALID -> LoggingState.INVALID_ANNOTATION;
    };
  }
}
