package dev.netlog.webhook.admission;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Answers reviews: the webhook without its HTTP server.
///
/// Safe for use by several threads.
public final class AdmissionHandler {
  private final ReviewReader reader;
  private final Validator validator;
  private final Mutator mutator;

  /// A handler with the rules and platforms of a catalogue.
  ///
  /// @param cluster returns the other objects of the cluster, from memory; called once per review
  public AdmissionHandler(
      RuleCatalog catalog, Settings settings, Mode mode, Supplier<Inventory> cluster) {
    JudgedKinds kinds = new JudgedKinds(catalog);
    this.reader = new ReviewReader(kinds::contain);
    Judge judge = new Judge(catalog, settings.severities(), Set.copyOf(settings.platforms()));
    this.validator = new Validator(judge, kinds, mode, cluster);
    this.mutator = new Mutator(catalog.platforms(), kinds, settings.injection(), mode, cluster);
  }

  /// Checks an object, without a time limit.
  ///
  /// @throws BadReviewException if the body is not a review
  public Outcome validate(byte[] body) throws BadReviewException {
    return validate(body, () -> true);
  }

  /// Checks an object. A bug of netlog or a lack of time results in an answer too, and `enforce`
  /// never admits an object in that case.
  ///
  /// @param inTime whether the caller still waits for the answer; called before each rule, since
  ///   only rules on large objects may take long
  /// @throws BadReviewException if the body is not a review
  public Outcome validate(byte[] body, BooleanSupplier inTime) throws BadReviewException {
    Review review = reader.read(body);
    try {
      return validator.answer(review, inTime);
    } catch (OutOfTimeException e) {
      return validator.late(review);
    } catch (BadReviewException e) {
      return validator.malformed(review, String.valueOf(e.getMessage()));
    } catch (RuntimeException bug) {
      return validator.failed(review, List.of(bug));
    }
  }

  /// Annotates a new object, in every mode. After any error the object is admitted unchanged.
  ///
  /// @throws BadReviewException if the body is not a review
  public Outcome mutate(byte[] body) throws BadReviewException {
    Review review = reader.read(body);
    try {
      return mutator.answer(review);
    } catch (BadReviewException e) {
      return mutator.unchanged(
          review, ReviewDecision.MALFORMED, String.valueOf(e.getMessage()), List.of());
    } catch (RuntimeException bug) {
      return mutator.unchanged(review, ReviewDecision.FAILED, "an internal error", List.of(bug));
    }
  }

  /// The answer as an AdmissionReview in JSON, in UTF-8.
  public static byte[] bytes(Answer answer) {
    return AnswerWriter.bytes(answer);
  }
}
