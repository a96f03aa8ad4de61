package dev.netlog.coverage;

import org.jspecify.annotations.Nullable;

/// The result of a counter: a number of points or objects for each status.
///
/// @param partial objects with covered and missed points; always 0 for points
/// @param unreadable those of `unknown` that are unknown because an object cannot be read at the
///   head of a change
public record Tally(long covered, long partial, long missed, long unknown, long unreadable) {
  /// Nothing counted.
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /// The same with more things of one status.
  public Tally plus(Status status, long times) {
    return switch (status) {
      case COVERED -> new Tally(covered + times, partial, missed, unknown, unreadable);
      case PARTIAL -> new Tally(covered, partial + times, missed, unknown, unreadable);
      case MISSED -> new Tally(covered, partial, missed + times, unknown, unreadable);
      case UNKNOWN -> new Tally(covered, partial, missed, unknown + times, unreadable);
    };
  }

  /// The same with more unknown things that cannot be read at the head of a change.
  public Tally plusUnreadable(long times) {
    return new Tally(covered, partial, missed, unknown + times, unreadable + times);
  }

  /// The sum of two tallies.
  public Tally plus(Tally other) {
    return new Tally(
        covered + other.covered,
        partial + other.partial,
        missed + other.missed,
        unknown + other.unknown,
        unreadable + other.unreadable);
  }

  /// The number of all counted things.
  public long total() {
    return covered + partial + missed + unknown;
  }

  /// The share that is certainly covered; null if nothing was counted.
  public @Nullable Ratio low() {
    return Ratio.of(covered, total());
  }

  /// The share that is covered if every unknown thing is covered; null if nothing was counted.
  public @Nullable Ratio high() {
    return Ratio.of(covered + unknown, total());
  }

  /// The covered share of the known things; null if nothing is known. Things that cannot be read at
  /// the head of a change count as known and not covered.
  public @Nullable Ratio known() {
    return Ratio.of(covered, total() - unknown + unreadable);
  }
}
