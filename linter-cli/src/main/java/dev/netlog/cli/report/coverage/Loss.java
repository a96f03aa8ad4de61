package dev.netlog.cli.report.coverage;

import dev.netlog.platform.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change takes away, as a review says it: connections that had a record at the base, or
/// that a policy governed, and do not any more.
///
/// @param weight how bad it is; the lowest number is the worst
/// @param subjects the ids of the subjects, in order
/// @param direction `ingress`, `egress`; empty if it has none
/// @param witness one connection of the first subject that is not logged any more, null if none is
///   known
/// @param had what wrote the record at the base: `NetworkPolicy/shop/p`; null if nothing did
/// @param has what decides now; null if no policy does
/// @param cause why that writes no record, in one word: `not-annotated`
/// @param why the same in a few words: `not annotated`
/// @param at the place to change, null if it is in no file
/// @param fix what to change, null if no single change helps
public record Loss(
    Weight weight,
    List<String> subjects,
    String direction,
    @Nullable Phrase witness,
    @Nullable String had,
    @Nullable String has,
    String cause,
    String why,
    PointExplanation.@Nullable At at,
    @Nullable Phrase fix) {
  /// How bad a loss is, the worst first.
  public enum Weight {
    /// What was refused is admitted.
    ADMITTED,
    /// No policy governs it any more.
    UNGOVERNED,
    ALLOWED,
    DENIED,
    /// Nobody can tell any more.
    UNKNOWN
  }

  public Loss {
    subjects = List.copyOf(subjects);
  }

  /// The loss as a review says it, without the place to change.
  public Phrase sentence() {
    String who = ShortList.of(subjects, 1).text() + (direction.isEmpty() ? "" : " " + direction);
    Phrase sentence = Phrase.of(who + ": ");
    if (has == null) {
      sentence = sentence.with(why);
    } else if (witness == null) {
      sentence = sentence.with("what " + has + " decides is not logged (" + why + ")");
    } else {
      sentence = sentence.with(witness).with(" (" + why + ")");
    }
    if (had != null) {
      sentence =
          sentence.with(
              had.equals(has) ? "; the base logged it" : "; in the base " + had + " logged it");
    }
    return fix == null ? sentence : sentence.with("; ").with(fix);
  }
}
