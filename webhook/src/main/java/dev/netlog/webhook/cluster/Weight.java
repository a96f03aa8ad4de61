package dev.netlog.webhook.cluster;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.concurrent.atomic.AtomicLong;

/// How much memory objects may take, as if they had nothing in common. Safe for use by several
/// threads.
final class Weight {
  private static final int OBJECT = 48;
  private static final int MEMBER = 64;

  private final long limit;
  private final long each;
  private final AtomicLong taken = new AtomicLong();

  /// @param limit in bytes, for all objects
  Weight(long limit) {
    this.limit = limit;
    this.each = limit / 16;
  }

  /// Takes the memory of an object; false where it would be too much, and nothing is taken.
  boolean take(Resource resource) {
    long weight = of(resource);
    if (weight > each) {
      return false;
    }
    if (taken.addAndGet(weight) > limit) {
      taken.addAndGet(-weight);
      return false;
    }
    return true;
  }

  /// Gives back what an object took.
  void giveBack(Resource resource) {
    taken.addAndGet(-of(resource));
  }

  private static long of(Resource resource) {
    return 4L * OBJECT + of(resource.content());
  }

  private static long of(Value value) {
    return switch (value) {
      case Value.Null _, Value.Bool _ -> 0;
      case Value.Numeral(String literal) -> OBJECT + literal.length();
      case Value.Text(String text) -> OBJECT + text.length();
      case Value.Sequence sequence ->
          OBJECT + sequence.items().stream().mapToLong(each -> MEMBER / 8 + of(each)).sum();
      case Value.Mapping mapping ->
          2L * OBJECT
              + mapping.members().values().stream().mapToLong(each -> MEMBER + of(each)).sum();
    };
  }
}
