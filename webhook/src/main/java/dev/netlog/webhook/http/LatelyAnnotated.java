package dev.netlog.webhook.http;

import dev.netlog.model.GroupKind;
import dev.netlog.webhook.admission.Review;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which objects were annotated lately, to see when one is annotated again: then another webhook
/// has taken the annotations away and the API server asks anew, or somebody tries in vain to create
/// the object.
///
/// Reviews have nothing else in common by which that is to be seen: each has a uid of its own, and
/// objects get theirs later. Safe for use by several threads.
final class LatelyAnnotated {
  /// How long API servers work on a request.
  private static final long LATELY = Duration.ofMinutes(1).toNanos();

  /// More at once come from no cluster that has a problem of this kind only.
  private static final int MOST = 512;

  private final Map<Named, Long> when = new LinkedHashMap<>();

  private record Named(GroupKind kind, @Nullable String namespace, String name) {}

  /// Notes that the object of a review is annotated; whether it was so lately.
  ///
  /// @param nanos now, by a counter that only runs
  synchronized boolean again(Review review, long nanos) {
    // Of a name yet to come nobody knows whose it is, and what is not stored may come for good.
    if (review.name().isEmpty() || review.dryRun()) {
      return false;
    }
    String namespace = review.namespace();
    Named named =
        new Named(
            review.kind().groupKind(),
            namespace == null ? null : Reporter.cut(namespace),
            Reporter.cut(review.name()));
    Long before = when.remove(named);
    when.put(named, nanos);
    if (when.size() > MOST) {
      when.remove(when.keySet().iterator().next());
    }
    return before != null && nanos - before < LATELY;
  }
}
