package dev.netlog.webhook.admission;

import dev.netlog.run.RuleFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer, and what is worth knowing about it.
///
/// @param review what was asked
/// @param answer what is answered
/// @param decision what became of it
/// @param rules ids of the rules with findings, each once; of a mutation none
/// @param ratcheted ids of the rules with errors that do not count, since the stored object has
///   them already; each once, and among `rules` too
/// @param failures bugs of netlog that were met on the way
/// @param problem why it was not judged, on one line; null where it was, or did not have to be
public record Outcome(
    Review review,
    Answer answer,
    ReviewDecision decision,
    List<String> rules,
    List<String> ratcheted,
    List<RuntimeException> failures,
    @Nullable String problem) {
  public Outcome {
    rules = List.copyOf(rules);
    ratcheted = List.copyOf(ratcheted);
    failures = List.copyOf(failures);
  }

  Outcome(Review review, Answer answer, ReviewDecision decision) {
    this(review, answer, decision, List.of(), List.of(), List.of(), null);
  }

  /// Of a review that could not be judged.
  static Outcome unjudged(
      Review review,
      Answer answer,
      ReviewDecision decision,
      String problem,
      List<RuntimeException> failures) {
    return new Outcome(review, answer, decision, List.of(), List.of(), failures, problem);
  }

  /// What the object is called; before the server has made up a name, how it will begin. Objects of
  /// other kinds than are judged are not read for that.
  public String name() {
    return review.judged() ? ObjectName.of(review) : review.name();
  }

  static List<RuntimeException> causes(List<RuleFailure> failures) {
    return failures.stream().map(RuleFailure::cause).toList();
  }
}
