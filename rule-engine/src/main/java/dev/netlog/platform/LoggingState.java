package dev.netlog.platform;

/// Whether the connections of a point leave a record.
///
/// The causes are the words of `netlog coverage --format json`.
public sealed interface LoggingState {
  /// The cause of a point whose pods run where the platform logs nothing.
  String UNSUPPORTED_OS = "unsupported-os";

  /// The annotation that is asked says so.
  LoggingState ANNOTATED = new Logged("annotated", true);

  /// The annotation that is asked is not there, or says off in a valid way.
  LoggingState NOT_ANNOTATED = new NotLogged("not-annotated", false);

  /// The annotation that is asked has a value that means nothing.
  LoggingState INVALID_ANNOTATION = new NotLogged("invalid-annotation", false);

  /// Why, as one word.
  String cause();

  /// Each of them does (`covered`).
  ///
  /// @param cause why
  /// @param attributed whether the record names the policy that the point is about
  record Logged(String cause, boolean attributed) implements LoggingState {}

  /// Some of them do not (`missed`).
  ///
  /// @param cause why
  /// @param partial whether others of them do
  record NotLogged(String cause, boolean partial) implements LoggingState {}

  /// The input does not say (`unknown`).
  ///
  /// @param cause why
  /// @param settledBy what would say it: an object to add or an option to pass
  record Unknown(String cause, String settledBy) implements LoggingState {}
}
