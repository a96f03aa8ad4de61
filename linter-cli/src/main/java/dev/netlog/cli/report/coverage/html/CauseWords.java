package dev.netlog.cli.report.coverage.html;

import dev.netlog.platform.Cause;
import dev.netlog.platform.LoggingState;

/// Causes of states in plain words.
///
/// @param label a few words for a list
/// @param sentence what it means, without a period
record CauseWords(String label, String sentence) {
  static CauseWords of(LoggingState state) {
    Cause cause = state.cause();
    return state instanceof LoggingState.NotLogged(_, boolean partial) && partial
        ? new CauseWords(
            cause.label() + ", partly logged",
            cause.sentence() + "; what annotated policies allow too does leave one")
        : new CauseWords(cause.label(), cause.sentence());
  }
}
