package dev.netlog.webhook.admission;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.webhook.admission.Judge.Judgement;
import dev.netlog.webhook.admission.Ratchet.Errors;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Checks objects before they are stored.
final class Validator {
  private static final Set<String> JUDGED = Set.of("CREATE", "UPDATE");

  private final Judge judge;
  private final Mode mode;
  private final Supplier<Inventory> cluster;
  private final JudgedKinds kinds;

  Validator(Judge judge, JudgedKinds kinds, Mode mode, Supplier<Inventory> cluster) {
    this.judge = judge;
    this.kinds = kinds;
    this.mode = mode;
    this.cluster = cluster;
  }

  /// The answer to a review.
  ///
  /// @param inTime whether the caller still waits for the answer
  /// @throws BadReviewException if the review contradicts itself
  Outcome answer(Review review, BooleanSupplier inTime) throws BadReviewException {
    if (!JUDGED.contains(review.operation())) {
      return skipped(review);
    }
    KindAndResource.check(review, kinds);
    if (!kinds.contain(review.kind().groupKind(), review.subResource())) {
      return skipped(review);
    }
    Resource subject = ReviewedObject.of(review, review.object().read());
    if (ReviewedObject.isBeingDeleted(subject)) {
      return skipped(review);
    }
    judge.refuseUnstorable(subject);
    Inventory others = cluster.get();
    Judgement judgement = judge.judge(subject, others, inTime);
    List<Finding> errors = judgement.findings().stream().filter(Validator::isError).toList();
    Errors sorted = errors.isEmpty() ? Errors.all(errors) : sorted(review, errors, others, inTime);
    return outcome(review, subject, judgement, sorted);
  }

  private static Outcome skipped(Review review) {
    return new Outcome(review, Answer.allow(review.uid()), ReviewDecision.SKIPPED);
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  /// Splits the errors of an update into new ones and existing ones.
  private Errors sorted(
      Review review, List<Finding> errors, Inventory others, BooleanSupplier inTime) {
    if (!review.operation().equals("UPDATE")) {
      return Errors.all(errors);
    }
    try {
      Value old = review.oldObject().read();
      if (old == null) {
        return Errors.all(errors);
      }
      Resource before = ReviewedObject.of(review, old);
      return new Ratchet(judge.judge(before, others, inTime).findings()).sort(errors);
    } catch (BadReviewException e) {
      // An old object that cannot be read excuses no error.
      return Errors.all(errors);
    }
  }

  private Outcome outcome(Review review, Resource subject, Judgement judgement, Errors errors) {
    List<Finding> findings = judgement.findings();
    if (!errors.added().isEmpty() && mode == Mode.ENFORCE) {
      return denied(review, subject, judgement, errors);
    }
    if (!judgement.failures().isEmpty()) {
      // A failed rule may have missed an error: in `enforce` that must not be admitted.
      return failed(review, Outcome.causes(judgement.failures()));
    }
    boolean silent = mode == Mode.OBSERVE;
    ReviewDecision decision =
        findings.isEmpty()
            ? ReviewDecision.ALLOWED
            : !silent
                ? ReviewDecision.WARNED
                : errors.added().isEmpty() ? ReviewDecision.ALLOWED : ReviewDecision.OBSERVED;
    List<String> warnings = silent ? List.of() : WarningLines.of(worstFirst(findings));
    return new Outcome(
        review,
        Answer.allow(review.uid(), warnings, audit(decision, findings, errors)),
        decision,
        Rules.ids(findings),
        Rules.ids(errors.kept()),
        List.of(),
        null);
  }

  private Outcome denied(Review review, Resource subject, Judgement judgement, Errors errors) {
    // By identity: comparing thousands of findings by value takes seconds.
    Set<Finding> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    refused.addAll(errors.added());
    List<Finding> others =
        judgement.findings().stream().filter(finding -> !refused.contains(finding)).toList();
    Answer answer =
        Answer.deny(
            review.uid(),
            Refusal.invalid(review, subject, errors.added()),
            WarningLines.of(worstFirst(others)),
            audit(ReviewDecision.DENIED, judgement.findings(), errors));
    return new Outcome(
        review,
        answer,
        ReviewDecision.DENIED,
        Rules.ids(judgement.findings()),
        Rules.ids(errors.kept()),
        Outcome.causes(judgement.failures()),
        null);
  }

  /// The answer after an internal error of netlog.
  Outcome failed(Review review, List<RuntimeException> causes) {
    return unjudged(
        review,
        Refusal.failed(review),
        "netlog could not judge this because of an internal error",
        causes);
  }

  /// The answer if the caller does not wait for the last rule. It contains no findings: a partial
  /// list would look complete.
  Outcome late(Review review) {
    return unjudged(
        review,
        Refusal.late(review),
        "netlog could not judge this in the time that the API server waits",
        List.of());
  }

  private Outcome unjudged(
      Review review, Answer.Status status, String problem, List<RuntimeException> causes) {
    Answer answer =
        switch (mode) {
          case ENFORCE -> Answer.deny(review.uid(), status, List.of(), Map.of());
          case WARN -> Answer.allow(review.uid(), List.of(problem), Map.of());
          case OBSERVE -> Answer.allow(review.uid());
        };
    return Outcome.unjudged(review, answer, ReviewDecision.FAILED, problem, causes);
  }

  /// The answer to a review that contradicts itself.
  Outcome malformed(Review review, String message) {
    Answer answer =
        switch (mode) {
          case ENFORCE ->
              Answer.deny(review.uid(), Refusal.malformed(review, message), List.of(), Map.of());
          case WARN ->
              Answer.allow(
                  review.uid(),
                  List.of(
                      WarningLines.cut("netlog cannot judge this: " + message, WarningLines.LINE)),
                  Map.of());
          case OBSERVE -> Answer.allow(review.uid());
        };
    return Outcome.unjudged(review, answer, ReviewDecision.MALFORMED, message, List.of());
  }

  private static List<Finding> worstFirst(List<Finding> findings) {
    return findings.stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
  }

  private Map<String, String> audit(
      ReviewDecision decision, List<Finding> findings, Errors errors) {
    if (findings.isEmpty()) {
      return Map.of();
    }
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put("decision", decision.word());
    annotations.put("mode", mode.word());
    annotations.put("rules", String.join(",", Rules.ids(findings)));
    if (!errors.kept().isEmpty()) {
      annotations.put("ratcheted", String.join(",", Rules.ids(errors.kept())));
    }
    return annotations;
  }
}
