package dev.netlog.coverage;

import org.jspecify.annotations.Nullable;

/// Counted things by status.
///
/// @param unreadable how many of the unknown ones are so because an object cannot be read at the
///   head of a change
public record Tally(long covered, long partial, long missed, long unknown, long unreadable) {
  /// Nothing counted.
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /// One thing more often than before.
  public Tally plus(Status status, long times) {
    return switch (status) {
      case COVERED -> new Tally(covered + times, partial, missed, unknown, unreadable);
      case PARTIAL -> new Tally(covered, partial + times, missed, unknown, unreadable);
      case MISSED -> new Tally(covered, partial, missed + times, unknown, unreadable);
      case UNKNOWN -> new Tally(covered, partial, missed, unknown + times, unreadable);
    };
  }

  /// Unknown things that cannot be read at the head of a change.
  public Tally plusUnreadable(long times) {
    return new Tally(covered, partial, missed, unknown + times, unreadable + times);
  }

  /// Both together.
  public Tally plus(Tally other) {
    return new Tally(
        covered + other.covered,
        partial + other.partial,
        missed + other.missed,
        unknown + other.unknown,
        unreadable + other.unreadable);
  }

  /// All that was counted.
  public long total() {
    return covered + partial + missed + unknown;
  }

  /// The share that is surely covered; null where nothing was counted.
  public @Nullable Ratio low() {
    return Ratio.of(covered, total());
  }

  /// The share that would be covered if everything unknown were; null where nothing was counted.
  public @Nullable Ratio high() {
    return Ratio.of(covered + unknown, total());
  }

  /// The share of what is known; null where nothing is known. What cannot be read at the head of a
  /// change was known, so it is not left out.
  public @Nullable Ratio known() {
    return Ratio.of(covered, total() - unknown + unreadable);
  }
}
