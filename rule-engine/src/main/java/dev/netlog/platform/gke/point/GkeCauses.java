package dev.netlog.platform.gke.point;

import dev.netlog.platform.Cause;
import dev.netlog.platform.PlatformCause;

/// The causes that only GKE has.
final class GkeCauses {
  private static final String CHANGED = "NetworkLogging changed";

  /// The NetworkLogging logs all verdicts of the half.
  static final Cause LOG_ALL =
      new PlatformCause(
          "log-all", "logged for all", "NetworkLogging logs all such verdicts", CHANGED, CHANGED);

  /// The NetworkLogging logs none of them.
  static final Cause LOG_DISABLED =
      new PlatformCause(
          "log-disabled",
          "switched off",
          "NetworkLogging switches such verdicts off",
          CHANGED,
          null);

  /// Others are annotated and allow the same.
  static final Cause COVERED_BY_OTHERS =
      new PlatformCause(
          "covered-by-others",
          "covered by others",
          "annotated policies allow all of it too: there is a record, which names them and not this"
              + " policy",
          "annotated policies cover it",
          "annotated policies no longer cover it");

  static final Cause NETWORKLOGGING_UNKNOWN =
      new PlatformCause(
          "networklogging-unknown",
          "NetworkLogging unknown",
          "the input has no NetworkLogging default",
          "NetworkLogging removed",
          null);

  static final Cause NETWORKLOGGING_INVALID =
      new PlatformCause(
          "networklogging-invalid",
          "NetworkLogging invalid",
          "no cluster obeys the NetworkLogging default",
          "NetworkLogging no longer valid",
          null);

  private GkeCauses() {}
}
