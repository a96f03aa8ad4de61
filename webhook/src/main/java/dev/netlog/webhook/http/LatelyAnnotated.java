package dev.netlog.webhook.http;

import dev.netlog.model.GroupKind;
import dev.netlog.webhook.admission.Review;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers recently annotated objects, to notice when one is annotated again: then another
/// webhook has removed the annotations and the API server asks again, or a client retries in vain
/// to create the object.
///
/// Objects are compared by name, since each review has its own uid and new objects have none yet.
/// Safe for use by several threads.
final class LatelyAnnotated {
  /// How long an object is remembered: API servers work on a request for at most a minute.
  private static final long LATELY = Duration.ofMinutes(1).toNanos();

  /// The maximum number of remembered objects; no single conflict of this kind causes more.
  private static final int MOST = 512;

  private final Map<Named, Long> when = new LinkedHashMap<>();

  private record Named(GroupKind kind, @Nullable String namespace, String name) {}

  /// Remembers the object of a review that is annotated. Returns whether it was already remembered.
  ///
  /// @param nanos the time of a monotonic clock, in nanoseconds
  synchronized boolean again(Review review, long nanos) {
    // A generated name does not identify an object yet, and a dry run may be repeated freely.
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
