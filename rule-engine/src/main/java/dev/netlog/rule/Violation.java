package dev.netlog.rule;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A defect that a rule has found in its subject.
///
/// @param place its place in the subject
/// @param member the place inside a JSON value of an annotation, null outside of one
/// @param message one line, lower case, no final period: the offending value in quotes, what is
///   valid instead, the next step
/// @param effect the consequence, such as `14 policies in payments lose their deny log`; null if
///   the message already says it. Message and effect are stored as [Visible] shows them, so that
///   they are the same in all outputs
/// @param related other relevant places
/// @param fix the fix, null if there is none
/// @param severity the severity of this violation if it differs from the rule's, else null
/// @param code the code of this violation in coverage if it differs from the rule's, else null
public record Violation(
    Place place,
    @Nullable JsonPointer member,
    String message,
    @Nullable String effect,
    List<Related> related,
    @Nullable Fix fix,
    @Nullable Severity severity,
    @Nullable String code) {
  public Violation {
    message = Visible.of(message);
    effect = effect == null ? null : Visible.of(effect);
    related = List.copyOf(related);
  }

  /// A violation with only a place and a message.
  public static Violation at(Place place, String message) {
    return new Violation(place, null, message, null, List.of(), null, null, null);
  }

  /// The same violation, inside a JSON value.
  public Violation withMember(@Nullable JsonPointer pointer) {
    return new Violation(place, pointer, message, effect, related, fix, severity, code);
  }

  /// The same violation with a consequence.
  public Violation withEffect(@Nullable String text) {
    return new Violation(place, member, message, text, related, fix, severity, code);
  }

  /// The same violation with other places.
  public Violation withRelated(List<Related> places) {
    return new Violation(place, member, message, effect, places, fix, severity, code);
  }

  /// The same violation with a fix.
  public Violation withFix(@Nullable Fix remedy) {
    return new Violation(place, member, message, effect, related, remedy, severity, code);
  }

  /// The same violation with its own severity.
  public Violation withSeverity(Severity weight) {
    return new Violation(place, member, message, effect, related, fix, weight, code);
  }

  /// The same violation with its own code in coverage reports.
  public Violation withCode(String word) {
    return new Violation(place, member, message, effect, related, fix, severity, word);
  }
}
