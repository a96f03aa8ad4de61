package dev.netlog.cli.report;

/// Makes text of strangers harmless in a terminal and in a CI log.
///
/// Manifests arrive in pull requests of people nobody knows, and a report repeats their names,
/// values and lines. Whatever a terminal or the GitHub runner would obey, and whatever cannot be
/// seen, is shown by its number instead, as Rust would write it. The runner's commands are broken
/// by escaping their first character; it takes `##[…]` anywhere in a line and `::…::` after leading
/// blanks
/// ([source](https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs)).
public final class Neutral {
  private static final String OLD_COMMAND = "##[";
  private static final String COMMAND = "::";

  private Neutral() {}

  /// A piece of a line: nothing in it moves the cursor, starts a line or hides.
  ///
  /// It may still start with `::`, which only a whole line can tell; see [#line(String)].
  public static String text(String text) {
    int i = 0;
    while (i < text.length() && isPlainAscii(text, i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int point = text.codePointAt(i);
      append(shown, text, i);
      i += Character.charCount(point);
    }
    return shown.toString();
  }

  /// A whole line, without a line end.
  public static String line(String text) {
    String shown = text(text);
    int first = commandStart(shown);
    return first < 0
        ? shown
        : shown.substring(0, first) + escaped(shown.charAt(first)) + shown.substring(first + 1);
  }

  /// Appends the character at an index, escaped where it has to be.
  static void append(StringBuilder shown, String text, int index) {
    int point = text.codePointAt(index);
    if (isEscaped(text, index)) {
      shown.append(escaped(point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  /// Whether the character at an index has to be escaped.
  static boolean isEscaped(String text, int index) {
    return isHazard(text.codePointAt(index)) || isOldCommand(text, index);
  }

  /// Where a line would start a workflow command, or -1.
  static int commandStart(CharSequence line) {
    int i = 0;
    while (i < line.length() && isBlank(line.charAt(i))) {
      i++;
    }
    return i + 1 < line.length() && COMMAND.contentEquals(line.subSequence(i, i + 2)) ? i : -1;
  }

  /// Whether a workflow command of the old form starts here.
  static boolean isOldCommand(CharSequence text, int index) {
    return text.charAt(index) == '#'
        && index + 2 < text.length()
        && OLD_COMMAND.contentEquals(text.subSequence(index, index + 3));
  }

  /// A character that can be seen in place of one that cannot.
  static String escaped(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u{" + Integer.toHexString(point) + "}";
    };
  }

  private static boolean isPlainAscii(String text, int index) {
    char c = text.charAt(index);
    return c >= ' ' && c < 0x7f && !isOldCommand(text, index);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Whether a character is obeyed rather than shown, cannot be seen, or is not one at all.
  private static boolean isHazard(int point) {
    if (point < 0x7f) {
      return point < ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // A no-break space looks like the blank that YAML wants, and is none.
      case Character.SPACE_SEPARATOR -> point != 0x3000;
      default -> isInvisible(point);
    };
  }

  /// Letters and marks without a shape: Unicode's Default_Ignorable_Code_Point outside of the
  /// categories above, but for the two selectors that belong to emoji.
  private static boolean isInvisible(int point) {
    return point == 0x34f
        || point == 0x115f
        || point == 0x1160
        || point == 0x3164
        || point == 0xffa0
        || (point >= 0x17b4 && point <= 0x17b5)
        || (point >= 0x180b && point <= 0x180f)
        || (point >= 0xfe00 && point <= 0xfe0d)
        || (point >= 0xe0100 && point <= 0xe01ef);
  }
}
