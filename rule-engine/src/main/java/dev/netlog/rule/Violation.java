package dev.netlog.rule;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule has found in its subject.
///
/// @param place where
/// @param member where inside a JSON value of an annotation, null outside of one
/// @param message one line, lower case, no final period: the offending value in quotes, what holds
///   instead, the next step
/// @param effect what is lost, as `14 policies in payments lose their deny log`; null where the
///   message says it all. Both are kept as [Visible] shows them, so that they are the same wherever
///   they are told
/// @param related other places that belong to it
/// @param fix the remedy, null where there is none to offer
/// @param severity what this one weighs where that is not what the rule's findings weigh, else null
/// @param code what coverage calls this one where that is not what it calls the rule's, else null
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

  /// A violation with nothing but a place and a message.
  public static Violation at(Place place, String message) {
    return new Violation(place, null, message, null, List.of(), null, null, null);
  }

  /// The same, inside a JSON value.
  public Violation withMember(@Nullable JsonPointer pointer) {
    return new Violation(place, pointer, message, effect, related, fix, severity, code);
  }

  /// The same, with what is lost.
  public Violation withEffect(@Nullable String text) {
    return new Violation(place, member, message, text, related, fix, severity, code);
  }

  /// The same, with other places.
  public Violation withRelated(List<Related> places) {
    return new Violation(place, member, message, effect, places, fix, severity, code);
  }

  /// The same, with a remedy.
  public Violation withFix(@Nullable Fix remedy) {
    return new Violation(place, member, message, effect, related, remedy, severity, code);
  }

  /// The same, with a weight of its own.
  public Violation withSeverity(Severity weight) {
    return new Violation(place, member, message, effect, related, fix, weight, code);
  }

  /// The same, with a name of its own in reports of coverage.
  public Violation withCode(String word) {
    return new Violation(place, member, message, effect, related, fix, severity, word);
  }
}
