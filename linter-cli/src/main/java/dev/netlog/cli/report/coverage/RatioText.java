package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Tally;
import org.jspecify.annotations.Nullable;

/// Shares as people read them: the fraction, and the percentage rounded down.
public final class RatioText {
  private RatioText() {}

  /// As `44/60 73.3 %`, `n/a`, or `0/1 0.0 % to 1/1 100 %` where something is unknown.
  public static String text(Tally tally) {
    String low = text(tally.low());
    return tally.unknown() == 0 ? low : low + " to " + text(tally.high());
  }

  /// As `6/8 75.0 %`, or `n/a`.
  public static String text(@Nullable Ratio ratio) {
    return ratio == null ? "n/a" : ratio + " " + ratio.percent();
  }

  /// As `6/8`, or `n/a`.
  public static String fraction(@Nullable Ratio ratio) {
    return ratio == null ? "n/a" : ratio.toString();
  }

  /// As `75.0 %`; empty where there is nothing.
  public static String percent(@Nullable Ratio ratio) {
    return ratio == null ? "" : ratio.percent();
  }
}
