package dev.netlog.webhook.admission;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Answers reviews: the whole of the webhook but for how reviews arrive.
///
/// Safe for use by several threads.
public final class AdmissionHandler {
  private final ReviewReader reader;
  private final Validator validator;
  private final Mutator mutator;

  /// A handler with the rules and platforms of a catalogue.
  ///
  /// @param cluster the other objects of the cluster, from memory; asked once a review
  public AdmissionHandler(
      RuleCatalog catalog, Settings settings, Mode mode, Supplier<Inventory> cluster) {
    JudgedKinds kinds = new JudgedKinds(catalog);
    this.reader = new ReviewReader(kinds::contain);
    Judge judge = new Judge(catalog, settings.severities(), Set.copyOf(settings.platforms()));
    this.validator = new Validator(judge, kinds, mode, cluster);
    this.mutator = new Mutator(catalog.platforms(), kinds, settings.injection(), mode, cluster);
  }

  /// Judges what is to be stored, however long that takes.
  ///
  /// @throws BadReviewException where the body is no review
  public Outcome validate(byte[] body) throws BadReviewException {
    return validate(body, () -> true);
  }

  /// Judges what is to be stored. A bug of netlog is an answer too, and so is the want of time;
  /// never one that admits where errors deny.
  ///
  /// @param inTime whether somebody still waits for the answer; asked before each rule, since rules
  ///   on large objects are all that may take long here
  /// @throws BadReviewException where the body is no review
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

  /// Annotates what is created, in every mode. Whatever goes wrong, the object is admitted as it
  /// is.
  ///
  /// @throws BadReviewException where the body is no review
  public Outcome mutate(byte[] body) throws BadReviewException {
    Review review = reader.read(body);
    try {
      return mutator.answer(review);
    } catch (BadReviewException e) {
      return mutator.unchanged(
          review, ReviewDecision.MALFORMED, String.valueOf(e.getMessage()), List.of());
    } catch (RuntimeException bug) {
      return mutator.unchanged(
          review, ReviewDecision.FAILED, "it met an error of its own", List.of(bug));
    }
  }

  /// An answer as the API server reads it, in UTF-8.
  public static byte[] bytes(Answer answer) {
    return AnswerWriter.bytes(answer);
  }
}
