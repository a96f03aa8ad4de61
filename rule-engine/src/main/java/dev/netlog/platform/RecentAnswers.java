package dev.netlog.platform;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A function that remembers some of what it was asked about last, for what is asked many times in
/// a row: what thousands of points share is then worked out once.
///
/// What it is asked about must not change, and is told by identity: comparing whole objects would
/// cost what is saved. Few answers are kept, so that a program that runs for months holds nothing
/// for long. Safe for use by several threads, which at worst work out the same twice.
public final class RecentAnswers<Q, A> {
  private static final int SLOTS = 64;

  private final Function<Q, A> function;
  private final AtomicReferenceArray<@Nullable Given<Q, A>> slots =
      new AtomicReferenceArray<>(SLOTS);

  private record Given<Q, A>(Q question, A answer) {}

  /// Remembers answers of a function.
  public RecentAnswers(Function<Q, A> function) {
    this.function = function;
  }

  /// What the function says.
  @SuppressWarnings("ReferenceEquality")
  public A to(Q question) {
    int slot = System.identityHashCode(question) & (SLOTS - 1);
    Given<Q, A> given = slots.get(slot);
    if (given == null || given.question() != question) {
      given = new Given<>(question, function.apply(question));
      slots.set(slot, given);
    }
    return given.answer();
  }
}
