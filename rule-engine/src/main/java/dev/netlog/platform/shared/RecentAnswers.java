package dev.netlog.platform.shared;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A function that remembers some of what it was asked about last, for what is asked many times in
/// a row: what thousands of points share is then worked out once.
///
/// What it is asked about must not change, and must be cheap to hash. Few answers are kept, so that
/// a program that runs for months holds nothing for long. Safe for use by several threads, which at
/// worst work out the same twice.
public final class RecentAnswers<Q, A> {
  private static final int FEW = 64;
  private static final int MANY = 65_536;

  private final Function<Q, A> function;
  private final AtomicReferenceArray<@Nullable Given<Q, A>> slots;

  private record Given<Q, A>(Q question, A answer) {}

  /// Remembers a few answers of a function.
  public RecentAnswers(Function<Q, A> function) {
    this(FEW, function);
  }

  private RecentAnswers(int count, Function<Q, A> function) {
    this.function = function;
    this.slots = new AtomicReferenceArray<>(count);
  }

  /// Remembers answers for all policies of a large namespace.
  public static <Q, A> RecentAnswers<Q, A> many(Function<Q, A> function) {
    return new RecentAnswers<>(MANY, function);
  }

  /// What the function says.
  public A to(Q question) {
    int hash = question.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (slots.length() - 1);
    Given<Q, A> given = slots.get(slot);
    if (given == null || !Objects.equals(given.question(), question)) {
      given = new Given<>(question, function.apply(question));
      slots.set(slot, given);
    }
    return given.answer();
  }
}
