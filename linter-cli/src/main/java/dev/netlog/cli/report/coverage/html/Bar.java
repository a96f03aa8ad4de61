package dev.netlog.cli.report.coverage.html;

import dev.netlog.coverage.Tally;
import java.io.IOException;
import java.util.Locale;

/// A bar with the shares of covered, partly covered, missed and unknown points.
///
/// It is drawn with SVG attributes, since the page's policy allows no inline styles.
final class Bar {
  private static final int WHOLE = 1000;

  /// The minimum width, so that a small share is visible too.
  private static final int LEAST = 8;

  private static final String[] STATES = {"covered", "partial", "unknown", "missed"};

  private Bar() {}

  static void write(Markup markup, Tally tally) throws IOException {
    markup.open("svg", "class", "bar", "role", "img", "aria-label", words(tally));
    int[] widths = widths(tally);
    int start = 0;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > 0) {
        markup.open("rect", "class", STATES[i], "x", percent(start), "width", percent(widths[i]));
        markup.close("rect");
      }
      start += widths[i];
    }
    markup.close("svg");
  }

  private static String words(Tally tally) {
    return tally.total() == 0
        ? "nothing"
        : tally.covered()
            + " covered, "
            + (tally.partial() == 0 ? "" : tally.partial() + " partial, ")
            + tally.missed()
            + " missed, "
            + tally.unknown()
            + " unknown";
  }

  /// The widths in thousandths of the bar; what small shares gain is taken from the widest part.
  static int[] widths(Tally tally) {
    long[] parts = {tally.covered(), tally.partial(), tally.unknown(), tally.missed()};
    int[] widths = new int[parts.length];
    if (tally.total() == 0) {
      return widths;
    }
    int left = WHOLE;
    int widest = 0;
    for (int i = 0; i < parts.length; i++) {
      long share = Math.multiplyExact(parts[i], WHOLE) / tally.total();
      widths[i] = parts[i] == 0 ? 0 : (int) Math.max(LEAST, share);
      left -= widths[i];
      widest = widths[i] > widths[widest] ? i : widest;
    }
    widths[widest] += left;
    return widths;
  }

  private static String percent(int thousandths) {
    return String.format(Locale.ROOT, "%d.%d%%", thousandths / 10, thousandths % 10);
  }
}
