package dev.netlog.rule;

/// Quotes values from manifests for messages.
public final class Quoted {
  /// The maximum length of a quoted value, in code points; longer ones are cut.
  private static final int LIMIT = 60;

  private Quoted() {}

  /// The text in double quotes on one line, cut if it is long; quotes and backslashes are escaped,
  /// and invisible characters are replaced by [Visible].
  public static String of(String text) {
    String shown = text;
    if (text.codePointCount(0, text.length()) > LIMIT) {
      shown = text.substring(0, text.offsetByCodePoints(0, LIMIT - 1)) + "…";
    }
    return '"' + Visible.of(shown.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }
}
