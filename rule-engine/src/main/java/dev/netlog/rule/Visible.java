package dev.netlog.rule;

/// Makes untrusted text safe to show in messages.
///
/// Manifests arrive in pull requests of unknown authors, and messages repeat their names and values
/// in terminals, in CI logs and in the responses of API servers. Characters that control a terminal
/// or the GitHub runner, and invisible characters, are replaced by their number, in the notation of
/// Rust.
public final class Visible {
  private static final String COMMAND = "##[";

  private Visible() {}

  /// Text without characters that move the cursor, start a line or hide text. Idempotent.
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

  /// Whether a workflow command of the old form starts here: the GitHub runner accepts `##[…]`
  /// anywhere in a line
  /// ([source](https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs)).
  public static boolean isCommand(CharSequence text, int index) {
    return text.charAt(index) == '#'
        && index + 2 < text.length()
        && COMMAND.contentEquals(text.subSequence(index, index + 3));
  }

  /// A visible notation for a character.
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

  /// Whether a character controls the output, is invisible, or is an unpaired surrogate.
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
      // A no-break space looks like the space that YAML requires, but is not one.
      case Character.SPACE_SEPARATOR -> point != 0x3000;
      default -> isInvisible(point);
    };
  }

  /// Invisible letters and marks: Unicode's Default_Ignorable_Code_Point outside of the categories
  /// above, except for the two emoji variation selectors.
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
