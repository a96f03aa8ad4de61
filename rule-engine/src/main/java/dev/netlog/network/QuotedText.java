package dev.netlog.network;

/// Texts from manifests in messages, as the messages of rules show them.
final class QuotedText {
  private static final int LIMIT = 60;

  private QuotedText() {}

  /// The text in double quotes on one line, cut where it is long.
  static String of(String text) {
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
