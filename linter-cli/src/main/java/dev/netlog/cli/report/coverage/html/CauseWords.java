package dev.netlog.cli.report.coverage.html;

import dev.netlog.platform.Cause;
import dev.netlog.platform.LoggingState;

/// Describes causes of states in plain words.
///
/// @param label a few words for a list
/// @param sentence what it means, without a period
record CauseWords(String label, String sentence) {
  static CauseWords of(LoggingState state) {
    Cause cause = state.cause();
    return state instanceof LoggingState.NotLogged(_, boolean partial) && partial
        ? new CauseWords(
            cause.label() + ", partly logged",
            cause.sentence() + "; connections that annotated policies allow too are logged")
        : new CauseWords(cause.label(), cause.sentence());
  }
}
