package dev.netlog.rule;

/// Values from manifests, fit to stand in a message.
public final class Quoted {
  /// The longest value that a message repeats, in code points; longer ones are cut.
  private static final int LIMIT = 60;

  private Quoted() {}

  /// The text in double quotes on one line, cut where it is long; quotes and backslashes are
  /// escaped, and what cannot be seen is shown by [Visible].
  public static String of(String text) {
    String shown = text;
    if (text.codePointCount(0, text.length()) > LIMIT) {
      shown = text.substring(0, text.offsetByCodePoints(0, LIMIT - 1)) + "…";
    }
    return '"' + Visible.of(shown.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }
}
