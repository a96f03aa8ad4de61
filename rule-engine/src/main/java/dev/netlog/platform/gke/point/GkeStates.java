package dev.netlog.platform.gke.point;

import dev.netlog.model.Resource;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.gke.annotation.AnnotationSwitch;
import dev.netlog.platform.gke.networklogging.LogMode;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Names;
import org.jspecify.annotations.Nullable;

/// The states of points that GKE alone knows. They are few and asked for often.
final class GkeStates {
  /// The agent of Windows nodes logs nothing.
  static final LoggingState UNSUPPORTED_OS =
      new LoggingState.NotLogged(CommonCause.UNSUPPORTED_OS, false);

  static final LoggingState UNKNOWN =
      new LoggingState.Unknown(
          GkeCauses.NETWORKLOGGING_UNKNOWN,
          "add the NetworkLogging default; or say what the cluster has: pass --assume"
              + " networkLogging=delegated, or write assume: {networkLogging: delegated} into a target"
              + " in .netlog.yaml (or all, or disabled)");

  static final LoggingState INVALID =
      new LoggingState.Unknown(
          GkeCauses.NETWORKLOGGING_INVALID, "correct the NetworkLogging default");

  /// Others are annotated and allow the same.
  static final LoggingState COVERED_BY_OTHERS =
      new LoggingState.Logged(GkeCauses.COVERED_BY_OTHERS, false);

  private static final LoggingState OFF = new LoggingState.NotLogged(GkeCauses.LOG_DISABLED, false);
  private static final LoggingState ALL = new LoggingState.Logged(GkeCauses.LOG_ALL, true);
  private static final LoggingState PARTLY_NOT_ANNOTATED =
      new LoggingState.NotLogged(CommonCause.NOT_ANNOTATED, true);
  private static final LoggingState PARTLY_INVALID =
      new LoggingState.NotLogged(CommonCause.INVALID_ANNOTATION, true);

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
  static LoggingState generatedLabel(Resource possible) {
    return new LoggingState.Unknown(
        CommonCause.GENERATED_LABEL,
        Phrase.ofName(
            "compare no generated label in the podSelector of NetworkPolicy ",
            Names.local(possible)));
  }
}
