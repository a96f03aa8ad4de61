package dev.netlog.cli.report.coverage.html;

import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Tally;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Formats ratios for the page: a percentage rounded down, and the fraction.
final class HtmlRatios {
  private HtmlRatios() {}

  /// `66.6 %`, `40.0 % to 60.0 %` if something is unknown, or `n/a`.
  static String percent(Tally tally) {
    String low = Ratio.shown(tally.low());
    return tally.unknown() == 0 ? low : low + " to " + Ratio.shown(tally.high());
  }

  /// `2/3`, `2/5 to 3/5` if something is unknown, or `0/0`.
  static String fraction(Tally tally) {
    return tally.unknown() == 0 ? low(tally) : low(tally) + " to " + high(tally);
  }

  static String low(Tally tally) {
    return tally.covered() + "/" + tally.total();
  }

  static String high(Tally tally) {
    return tally.covered() + tally.unknown() + "/" + tally.total();
  }

  /// A table cell with both.
  static void cell(Markup markup, @Nullable Tally tally, String... attributes) throws IOException {
    markup.open("td", attributes);
    if (tally == null || tally.total() == 0) {
      markup.text("n/a");
    } else {
      markup.leaf("span", percent(tally), "class", "percent").text(" ");
      markup.leaf("span", fraction(tally), "class", "fraction");
    }
    markup.close("td");
  }
}
