package dev.netlog.platform;

import dev.netlog.platform.text.Phrase;
import dev.netlog.platform.text.Unreadable;
import org.jspecify.annotations.Nullable;

/// Whether the connections of a point leave a record.
public sealed interface LoggingState {
  /// The annotation that is asked says so.
  LoggingState ANNOTATED = new Logged(CommonCause.ANNOTATED, true);

  /// The annotation that is asked is not there, or says off in a valid way.
  LoggingState NOT_ANNOTATED = new NotLogged(CommonCause.NOT_ANNOTATED, false);

  /// The annotation that is asked has a value that means nothing.
  LoggingState INVALID_ANNOTATION = new NotLogged(CommonCause.INVALID_ANNOTATION, false);

  /// The platform does not install the policy, so that no connection of it leaves a record.
  LoggingState NOT_PROGRAMMED = new NotLogged(CommonCause.NOT_PROGRAMMED, false);

  /// Why.
  Cause cause();

  /// Why, as one word: the code of the cause.
  String causeCode();

  /// Whether it is unknown because an object cannot be read at the head of a change. Such a point
  /// counts as not logged, whatever is asked of unknown ones.
  boolean isUnreadable();

  /// The state as far as files say it: for an object that a tool changes, the state of the object
  /// as its file has it; otherwise this state.
  LoggingState asWritten();

  /// Each of them does (`covered`).
  ///
  /// @param cause why
  /// @param attributed whether the record names the policy that the point is about
  record Logged(Cause cause, boolean attributed) implements LoggingState {
    @Override
    public String causeCode() {
      return cause.code();
    }

    @Override
    public boolean isUnreadable() {
      return false;
    }

    @Override
    public LoggingState asWritten() {
      return this;
    }
  }

  /// Some of them do not (`missed`).
  ///
  /// @param cause why
  /// @param partial whether others of them do
  record NotLogged(Cause cause, boolean partial) implements LoggingState {
    @Override
    public String causeCode() {
      return cause.code();
    }

    @Override
    public boolean isUnreadable() {
      return false;
    }

    @Override
    public LoggingState asWritten() {
      return this;
    }
  }

  /// The input does not say (`unknown`).
  ///
  /// @param cause why, in one word
  /// @param why why, in one sentence that names the object; not its place, if `unreadable` has it
  /// @param settledBy what to do to know it: an object to add or an option to pass
  /// @param unreadable the place of the object that cannot be read at the head of a change, of what
  ///   changes it, or of a text that may hold one, with the cause [CommonCause#UNREADABLE] or
  ///   [CommonCause#TRANSFORMED]; null for any other cause
  /// @param written the state of the object as its file has it, if a tool changes it on both sides
  ///   of a change, or there is no base; otherwise null
  record Unknown(
      Cause cause,
      Phrase why,
      Phrase settledBy,
      @Nullable Unreadable unreadable,
      @Nullable LoggingState written)
      implements LoggingState {
    @Override
    public String causeCode() {
      return cause.code();
    }

    @Override
    public boolean isUnreadable() {
      return unreadable != null && written == null;
    }

    @Override
    public LoggingState asWritten() {
      return written == null ? this : written;
    }

    /// Unknown for another reason than an object that cannot be read.
    public Unknown(Cause cause, Phrase settledBy) {
      this(cause, Phrase.of(cause.sentence()), settledBy, null, null);
    }

    /// Unknown for another reason than an object that cannot be read.
    ///
    /// @param settledBy words that name no object
    public Unknown(Cause cause, String settledBy) {
      this(cause, Phrase.of(settledBy));
    }

    /// Unknown because a text cannot be read that may hold a policy. The words name no place, so
    /// that reports can list many such texts together.
    public static Unknown unread(Unreadable where) {
      return new Unknown(
          CommonCause.UNREADABLE,
          Phrase.of("the text may hold a policy and cannot be read: " + where.words()),
          Phrase.of(
              where.remedy()
                  + "; or add the file to ignore-paths of the base if no cluster gets it"),
          where,
          null);
    }

    /// Unknown because an object cannot be read at the head of a change.
    ///
    /// @param kind of the object
    /// @param name the object among those of its kind: `edge/api`
    public static Unknown unreadable(String kind, String name, Unreadable where) {
      return new Unknown(
          where.reason().equals(Unreadable.TRANSFORMED)
              ? CommonCause.TRANSFORMED
              : CommonCause.UNREADABLE,
          Phrase.ofName(kind + "/", name)
              .with(" is no longer as the base has it: " + where.words()),
          Phrase.of(where.remedy()),
          where,
          null);
    }

    /// Unknown because a tool changes an object before the cluster gets it.
    ///
    /// @param kind of the object
    /// @param name the object among those of its kind: `edge/api`
    /// @param where what changes it
    /// @param written the state of the object as its file has it
    public static Unknown transformed(
        String kind, String name, Unreadable where, LoggingState written) {
      return new Unknown(
          CommonCause.TRANSFORMED,
          Phrase.ofName(kind + "/", name).with(" is not what the cluster gets: a tool changes it"),
          Phrase.of("judge what the tool builds, such as the output of kustomize build"),
          where,
          written);
    }
  }
}
