package dev.netlog.json;

import dev.netlog.json.JsonError.Problem;
import org.jspecify.annotations.Nullable;

/// One string of a JSON text, decoded as Go's `encoding/json` does.
///
/// Half of a surrogate pair, escaped or not, becomes U+FFFD and is no error.
///
/// @param end behind the closing quote
/// @param decoded the characters; empty where there is a problem
/// @param error null where the string is well formed
public record JsonString(int end, String decoded, @Nullable JsonError error) {
  static final char REPLACEMENT = '\uFFFD';

  /// Reads the string whose opening quote stands at an offset.
  public static JsonString read(String text, int start) {
    StringBuilder decoded = new StringBuilder();
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return new JsonString(at + 1, decoded.toString(), null);
      }
      if (c < ' ') {
        return broken(Problem.CONTROL_CHARACTER, at, start);
      }
      int next;
      if (c == '\\') {
        next = JsonEscapes.append(text, at, text.length(), decoded);
        if (next < 0) {
          return broken(Problem.ESCAPE, at, start);
        }
      } else {
        next = appendRaw(text, at, decoded);
      }
      at = next;
    }
    return broken(Problem.UNCLOSED_STRING, text.length(), start);
  }

  /// Appends the character at an offset; returns the place behind it.
  private static int appendRaw(String text, int at, StringBuilder decoded) {
    int codePoint = text.codePointAt(at);
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    decoded.appendCodePoint(half ? REPLACEMENT : codePoint);
    return at + Character.charCount(codePoint);
  }

  private static JsonString broken(Problem problem, int at, int start) {
    return new JsonString(at, "", new JsonError(problem, at, start));
  }
}
