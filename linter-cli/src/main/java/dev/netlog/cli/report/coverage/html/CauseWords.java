package dev.netlog.cli.report.coverage.html;

import dev.netlog.platform.LoggingState;

/// Causes of states in plain words.
///
/// @param label a few words for a list
/// @param sentence what it means, without a period
record CauseWords(String label, String sentence) {
  static CauseWords of(LoggingState state) {
    CauseWords words = of(state.cause());
    return state instanceof LoggingState.NotLogged(_, boolean partial) && partial
        ? new CauseWords(
            words.label + ", partly logged",
            words.sentence + "; what annotated policies allow too does leave one")
        : words;
  }

  private static CauseWords of(String cause) {
    return switch (cause) {
      case "annotated" ->
          new CauseWords("annotated", "the annotation that is asked switches it on");
      case "log-all" -> new CauseWords("logged for all", "NetworkLogging logs all such verdicts");
      case "covered-by-others" ->
          new CauseWords(
              "covered by others",
              "annotated policies allow all of it too: there is a record, which names them and not"
                  + " this policy");
      case "not-annotated" ->
          new CauseWords("not annotated", "the annotation that is asked is missing or says off");
      case "invalid-annotation" ->
          new CauseWords(
              "invalid annotation", "the value of the annotation is invalid and so logs nothing");
      case "log-disabled" ->
          new CauseWords("switched off", "NetworkLogging switches such verdicts off");
      case "unsupported-os" ->
          new CauseWords("Windows nodes", "the pods run on Windows nodes, where nothing is logged");
      case "networklogging-unknown" ->
          new CauseWords("NetworkLogging unknown", "the input has no NetworkLogging default");
      case "networklogging-invalid" ->
          new CauseWords("NetworkLogging invalid", "no cluster obeys the NetworkLogging default");
      case "namespace-unknown" ->
          new CauseWords("Namespace unknown", "the Namespace object is not in the input");
      case "generated-label" ->
          new CauseWords("generated label", "it depends on a label that the cluster makes up");
      case "unmodelled-policy" ->
          new CauseWords("not modelled", "netlog does not model policies of this kind");
      case "unreadable" ->
          new CauseWords(
              "unreadable", "the base has the object, and at the head nobody can read it");
      case "not-programmed" ->
          new CauseWords("not programmed", "the platform does not install the policy");
      case "other-network" ->
          new CauseWords("other network", "the policy is about another network");
      default -> new CauseWords(cause.replace('-', ' '), cause);
    };
  }
}
