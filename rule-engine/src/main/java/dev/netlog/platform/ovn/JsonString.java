package dev.netlog.platform.ovn;

import dev.netlog.rule.Quoted;
import org.jspecify.annotations.Nullable;

/// One string of a JSON text, decoded as Go's `encoding/json` does.
///
/// Half of a surrogate pair, escaped or not, becomes U+FFFD and is no error.
///
/// @param end behind the closing quote
/// @param decoded the characters; what was read so far where there is a problem
/// @param problem null where the string is well formed
record JsonString(int end, String decoded, JsonText.@Nullable Malformed problem) {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  /// Scans the string whose opening quote stands at an offset.
  static JsonString scan(String text, int start) {
    StringBuilder decoded = new StringBuilder();
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return new JsonString(at + 1, decoded.toString(), null);
      }
      if (c < 0x20) {
        return broken(at, at + 1, controlCharacter(c), "write it as an escape");
      }
      if (c != '\\') {
        at += appendRaw(text, at, decoded);
        continue;
      }
      int length = appendEscape(text, at, decoded);
      if (length < 0) {
        return brokenEscape(text, start, at);
      }
      at += length;
    }
    return unclosed(text, start);
  }

  private static String controlCharacter(char c) {
    return (c == '\n' ? "a line break" : JsonProblem.shown(String.valueOf(c)))
        + " stands inside a string";
  }

  /// Appends the character at an offset; returns its length.
  private static int appendRaw(String text, int at, StringBuilder decoded) {
    int codePoint = text.codePointAt(at);
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    decoded.appendCodePoint(half ? REPLACEMENT : codePoint);
    return Character.charCount(codePoint);
  }

  /// Appends what the escape at an offset stands for; returns its length, or -1 where it is none.
  private static int appendEscape(String text, int at, StringBuilder decoded) {
    int simple = at + 1 < text.length() ? ESCAPES.indexOf(text.charAt(at + 1)) : -1;
    if (simple >= 0) {
      decoded.append(MEANINGS.charAt(simple));
      return 2;
    }
    int unit = hexEscape(text, at);
    if (unit < 0) {
      return -1;
    }
    if (!Character.isSurrogate((char) unit)) {
      decoded.append((char) unit);
      return 6;
    }
    int next = hexEscape(text, at + 6);
    if (next >= 0 && Character.isSurrogatePair((char) unit, (char) next)) {
      decoded.append((char) unit).append((char) next);
      return 12;
    }
    decoded.append(REPLACEMENT);
    return 6;
  }

  /// The code unit of a `\\uXXXX` at an offset, or -1 where there is none.
  private static int hexEscape(String text, int at) {
    if (!text.startsWith("\\u", at) || at + 6 > text.length()) {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private static JsonString brokenEscape(String text, int start, int at) {
    if (at + 1 >= text.length()) {
      return unclosed(text, start);
    }
    int end = at + 1 + Character.charCount(text.codePointAt(at + 1));
    String problem = "the escape " + Quoted.of(text.substring(at, end)) + " is unknown to JSON";
    if (text.charAt(at + 1) == 'u') {
      while (end < Math.min(at + 6, text.length()) && text.charAt(end) != '"') {
        end++;
      }
      problem = "the escape " + Quoted.of(text.substring(at, end)) + " has no four hex digits";
    }
    return broken(at, end, problem, null);
  }

  private static JsonString unclosed(String text, int start) {
    return broken(
        start, text.length(), "the text ends inside a string", "close it with a double quote");
  }

  private static JsonString broken(int start, int end, String problem, @Nullable String advice) {
    return new JsonString(end, "", new JsonText.Malformed(start, end, problem, advice));
  }
}
