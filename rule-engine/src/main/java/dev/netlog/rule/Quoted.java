package dev.netlog.rule;

/// Values from manifests, fit to stand in a message.
public final class Quoted {
  /// The longest value that a message repeats, in code points; longer ones are cut.
  private static final int LIMIT = 60;

  private Quoted() {}

  /// The text in double quotes on one line, cut where it is long; quotes and line breaks are
  /// escaped.
  ///
  /// What else is dangerous to print (control characters, bidirectional overrides) is the report's
  /// work, since only the report knows what it writes to.
  public static String of(String text) {
    String shown = text;
    if (text.codePointCount(0, text.length()) > LIMIT) {
      shown = text.substring(0, text.offsetByCodePoints(0, LIMIT - 1)) + "…";
    }
    return '"'
        + shown
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + '"';
  }
}
