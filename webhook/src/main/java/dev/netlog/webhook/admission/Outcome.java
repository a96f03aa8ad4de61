package dev.netlog.webhook.admission;

import dev.netlog.run.RuleFailure;
import java.util.List;

/// An answer, and what is worth knowing about it.
///
/// @param review what was asked
/// @param answer what is answered
/// @param decision what became of it
/// @param rules ids of the rules with findings, each once; of a mutation none
/// @param failures bugs of netlog that were met on the way
public record Outcome(
    Review review,
    Answer answer,
    Decision decision,
    List<String> rules,
    List<RuntimeException> failures) {
  public Outcome {
    rules = List.copyOf(rules);
    failures = List.copyOf(failures);
  }

  Outcome(Review review, Answer answer, Decision decision) {
    this(review, answer, decision, List.of(), List.of());
  }

  static List<RuntimeException> causes(List<RuleFailure> failures) {
    return failures.stream().map(RuleFailure::cause).toList();
  }
}
