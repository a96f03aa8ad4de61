package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.PointExplanation.At;
import dev.netlog.io.text.Neutral;

/// Texts as the page shows them.
final class HtmlText {
  /// Names in a cluster end at 253 characters; a longer text is an attempt at something.
  static final int LONGEST = 1000;

  private HtmlText() {}

  /// A text in which every character can be seen, cut where it is too long to be read.
  static String text(String text) {
    String cut = text;
    if (text.length() > LONGEST) {
      int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      cut = text.substring(0, end) + "… (" + number(text.length() - end) + " more characters)";
    }
    return Neutral.text(cut);
  }

  /// A namespace; what is not in one is the cluster's.
  static String namespace(String name) {
    return name.isEmpty() ? "(cluster)" : text(name);
  }

  /// A place, with a word where it is in the base.
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
