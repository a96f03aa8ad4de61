package dev.netlog.rule;

/// Text of strangers, as it may stand in messages.
///
/// Manifests arrive in pull requests of people nobody knows, and messages repeat their names and
/// values in terminals, in CI logs and in the answers of API servers. Whatever a terminal or the
/// GitHub runner would obey, and whatever cannot be seen, is shown by its number instead, as Rust
/// would write it.
public final class Visible {
  private static final String COMMAND = "##[";

  private Visible() {}

  /// A piece of a line: nothing in it moves the cursor, starts a line or hides. What it gives is
  /// not changed by a second call.
  public static String of(String text) {
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

  /// Appends the character at an index, escaped where it has to be.
  public static void append(StringBuilder shown, String text, int index) {
    int point = text.codePointAt(index);
    if (isEscaped(text, index)) {
      shown.append(escaped(point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  /// Whether the character at an index has to be escaped.
  public static boolean isEscaped(String text, int index) {
    return isHazard(text.codePointAt(index)) || isCommand(text, index);
  }

  /// Whether a workflow command of the old form starts here: the GitHub runner takes `##[…]`
  /// anywhere in a line
  /// ([source](https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs)).
  public static boolean isCommand(CharSequence text, int index) {
    return text.charAt(index) == '#'
        && index + 2 < text.length()
        && COMMAND.contentEquals(text.subSequence(index, index + 3));
  }

  /// A character that can be seen in place of one that cannot.
  public static String escaped(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u{" + Integer.toHexString(point) + "}";
    };
  }

  private static boolean isPlainAscii(String text, int index) {
    char c = text.charAt(index);
    return c >= ' ' && c < 0x7f && !isCommand(text, index);
  }

  /// Whether a character is obeyed rather than shown, cannot be seen, or is not one at all.
  public static boolean isHazard(int point) {
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
