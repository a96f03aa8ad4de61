package dev.netlog.io.text;

import dev.netlog.rule.Visible;

/// Makes lines with untrusted text harmless in a terminal and in a CI log.
///
/// Characters that [Visible] shows by number are shown so here too. Commands of the GitHub runner
/// are disabled by escaping their first character; the runner accepts `::…::` after leading blanks
/// ([source](https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs)).
public final class Neutral {
  private static final String COMMAND = "::";

  private Neutral() {}

  /// A part of a line, without characters that move the cursor, start a line or hide text.
  ///
  /// It may still start with `::`, which only matters at the start of a whole line; see
  /// [#line(String)].
  public static String text(String text) {
    return Visible.of(text);
  }

  /// A whole line, without a line end.
  public static String line(String text) {
    String shown = text(text);
    int first = commandStart(shown);
    return first < 0
        ? shown
        : shown.substring(0, first)
            + Visible.escaped(shown.charAt(first))
            + shown.substring(first + 1);
  }

  /// The index at which a line would start a workflow command, or -1.
  public static int commandStart(CharSequence line) {
    int i = 0;
    while (i < line.length() && isBlank(line.charAt(i))) {
      i++;
    }
    return i + 1 < line.length() && COMMAND.contentEquals(line.subSequence(i, i + 2)) ? i : -1;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
