package dev.netlog.platform.gke;

import dev.netlog.model.Resource;
import dev.netlog.platform.LoggingState;
import org.jspecify.annotations.Nullable;

/// The states of points that GKE alone knows. They are few and asked for often.
final class GkeStates {
  /// The agent of Windows nodes logs nothing.
  static final LoggingState UNSUPPORTED_OS =
      new LoggingState.NotLogged(LoggingState.UNSUPPORTED_OS, false);

  static final LoggingState UNKNOWN =
      new LoggingState.Unknown(
          "networklogging-unknown",
          "the NetworkLogging default, or --assume networkLogging=delegated|all|disabled");

  static final LoggingState INVALID =
      new LoggingState.Unknown("networklogging-invalid", "a NetworkLogging default that is valid");

  /// Others are annotated and allow the same.
  static final LoggingState COVERED = new LoggingState.Logged("covered-by-others", false);

  private static final LoggingState OFF = new LoggingState.NotLogged("log-disabled", false);
  private static final LoggingState ALL = new LoggingState.Logged("log-all", true);
  private static final LoggingState PARTLY_NOT_ANNOTATED =
      new LoggingState.NotLogged(LoggingState.NOT_ANNOTATED.cause(), true);
  private static final LoggingState PARTLY_INVALID =
      new LoggingState.NotLogged(LoggingState.INVALID_ANNOTATION.cause(), true);

  private GkeStates() {}

  /// The state of all points of a half, or null where annotations are asked.
  static @Nullable LoggingState of(LogMode mode) {
    return switch (mode) {
      case OFF -> OFF;
      case ALL -> ALL;
      case ANNOTATED -> null;
    };
  }

  /// The state of a policy's point where part of what it allows is logged for the sake of others.
  static LoggingState partly(AnnotationSwitch own) {
    return own.state().equals(LoggingState.INVALID_ANNOTATION)
        ? PARTLY_INVALID
        : PARTLY_NOT_ANNOTATED;
  }

  /// Whether others cover the point hangs on a label that is given to pods as they are made.
  static LoggingState generatedLabel(String namespace, Resource possible) {
    return new LoggingState.Unknown(
        "generated-label",
        "a podSelector of NetworkPolicy %s/%s that compares no generated label"
            .formatted(namespace, possible.id().name()));
  }
}
