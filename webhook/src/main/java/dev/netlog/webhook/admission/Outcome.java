package dev.netlog.webhook.admission;

import dev.netlog.run.RuleFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer, with details for the log and the metrics.
///
/// @param review the request
/// @param answer the response
/// @param decision the result
/// @param rules ids of the rules with findings, without duplicates; empty for a mutation
/// @param ratcheted ids of the rules with errors that the stored object already had and that
///   therefore do not deny; without duplicates, and among `rules` too
/// @param failures bugs of netlog that occurred
/// @param problem one line that says why the object was not checked; null if it was checked, or did
///   not have to be
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

  /// The outcome of a review that could not be checked.
  static Outcome unjudged(
      Review review,
      Answer answer,
      ReviewDecision decision,
      String problem,
      List<RuntimeException> failures) {
    return new Outcome(review, answer, decision, List.of(), List.of(), failures, problem);
  }

  /// The name of the object; if the server generates the name later, its prefix. Objects of other
  /// kinds are not read for this.
  public String name() {
    return review.judged() ? ObjectName.of(review) : review.name();
  }

  static List<RuntimeException> causes(List<RuleFailure> failures) {
    return failures.stream().map(RuleFailure::cause).toList();
  }
}
