package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Choices that a seed determines.
public final class Dice {
  private final SplittableRandom random;

  /// Dice that fall the same way for the same seed.
  public Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /// From 0 to one below a bound.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// True in so many of a hundred cases.
  public boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /// One of some.
  @SafeVarargs
  public final <T extends @Nullable Object> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  /// One of some.
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// Something in so many of a hundred cases, null in the others.
  public <T> @Nullable T maybe(int chance, Supplier<? extends T> what) {
    return percent(chance) ? what.get() : null;
  }

  /// So many of something.
  public <T> List<T> some(int from, int to, Supplier<? extends T> what) {
    List<T> some = new ArrayList<>();
    int count = from + random.nextInt(to - from + 1);
    for (int i = 0; i < count; i++) {
      some.add(what.get());
    }
    return some;
  }
}
