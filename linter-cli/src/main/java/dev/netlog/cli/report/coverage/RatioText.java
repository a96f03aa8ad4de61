package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Tally;
import org.jspecify.annotations.Nullable;

/// Formats shares for people: the fraction, and the percentage rounded down.
public final class RatioText {
  private RatioText() {}

  /// For example `44/60 73.3 %`, `n/a`, or `0/1 0.0 % to 1/1 100 %` if something is unknown.
  public static String text(Tally tally) {
    String low = text(tally.low());
    return tally.unknown() == 0 ? low : low + " to " + text(tally.high());
  }

  /// For example `6/8 75.0 %`, or `n/a`.
  public static String text(@Nullable Ratio ratio) {
    return ratio == null ? "n/a" : ratio + " " + ratio.percent();
  }

  /// For example `6/8`, or `n/a`.
  public static String fraction(@Nullable Ratio ratio) {
    return ratio == null ? "n/a" : ratio.toString();
  }

  /// For example `75.0 %`; empty if there is nothing to count.
  public static String percent(@Nullable Ratio ratio) {
    return ratio == null ? "" : ratio.percent();
  }
}
