package dev.netlog.platform;

import org.jspecify.annotations.Nullable;

/// Whether the connections of a point leave a record.
///
/// The causes are the words of `netlog coverage --format json`.
public sealed interface LoggingState {
  /// The cause of a point whose pods run where the platform logs nothing.
  String UNSUPPORTED_OS = "unsupported-os";

  /// The cause of a point that depends on a Namespace object which is not in the input.
  String NAMESPACE_UNKNOWN = "namespace-unknown";

  /// The cause of a point that depends on an object which cannot be read at the head of a change.
  String UNREADABLE = "unreadable";

  /// The annotation that is asked says so.
  LoggingState ANNOTATED = new Logged("annotated", true);

  /// The annotation that is asked is not there, or says off in a valid way.
  LoggingState NOT_ANNOTATED = new NotLogged("not-annotated", false);

  /// The annotation that is asked has a value that means nothing.
  LoggingState INVALID_ANNOTATION = new NotLogged("invalid-annotation", false);

  /// The platform does not install the policy, so that no connection of it leaves a record.
  LoggingState NOT_PROGRAMMED = new NotLogged("not-programmed", false);

  /// Why, as one word.
  String cause();

  /// Whether it is unknown because an object cannot be read at the head of a change. Such a point
  /// counts as not logged, whatever is asked of unknown ones.
  boolean isUnreadable();

  /// Each of them does (`covered`).
  ///
  /// @param cause why
  /// @param attributed whether the record names the policy that the point is about
  record Logged(String cause, boolean attributed) implements LoggingState {
    @Override
    public boolean isUnreadable() {
      return false;
    }
  }

  /// Some of them do not (`missed`).
  ///
  /// @param cause why
  /// @param partial whether others of them do
  record NotLogged(String cause, boolean partial) implements LoggingState {
    @Override
    public boolean isUnreadable() {
      return false;
    }
  }

  /// The input does not say (`unknown`).
  ///
  /// @param cause why
  /// @param settledBy what would say it: an object to add or an option to pass
  /// @param unreadable the object that cannot be read at the head of a change, with the cause
  ///   [#UNREADABLE]; null for any other cause
  record Unknown(String cause, String settledBy, @Nullable Unreadable unreadable)
      implements LoggingState {
    @Override
    public boolean isUnreadable() {
      return unreadable != null;
    }

    /// Unknown for another reason than an object that cannot be read.
    public Unknown(String cause, String settledBy) {
      this(cause, settledBy, null);
    }

    /// Unknown because an object cannot be read at the head of a change.
    ///
    /// @param object the object as reports name it
    public static Unknown unreadable(String object, Unreadable where) {
      return new Unknown(
          UNREADABLE,
          "reading "
              + object
              + ", which may stand at "
              + where.path()
              + ":"
              + where.line()
              + ", where "
              + where.words(),
          where);
    }
  }
}
