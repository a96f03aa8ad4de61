package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.PointExplanation.At;
import dev.netlog.io.text.Neutral;

/// Formats texts for the page.
final class HtmlText {
  /// The maximum length of a text. Names in a cluster have at most 253 characters.
  static final int LONGEST = 1000;

  private HtmlText() {}

  /// A text with only visible characters, shortened if it is too long.
  static String text(String text) {
    String cut = text;
    if (text.length() > LONGEST) {
      int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      cut = text.substring(0, end) + "… (" + number(text.length() - end) + " more characters)";
    }
    return Neutral.text(cut);
  }

  /// A namespace; the empty name is the cluster.
  static String namespace(String name) {
    return name.isEmpty() ? "(cluster)" : text(name);
  }

  /// A place, marked if it is in the base.
  static String place(At at) {
    return (at.base() ? "base " : "") + at;
  }

  /// A number with its digits in groups of three.
  static String number(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ' ');
    }
    return text.toString();
  }

  /// A number and its noun, as `1 point` and `2 points`.
  static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
