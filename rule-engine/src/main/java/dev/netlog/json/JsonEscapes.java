package dev.netlog.json;

/// Escapes in JSON strings, as Go's `encoding/json` decodes them: half of a surrogate pair becomes
/// U+FFFD and is no error.
public final class JsonEscapes {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private JsonEscapes() {}

  /// Decodes the escape at an offset and appends what it stands for.
  ///
  /// @param at the place of the backslash
  /// @param limit the end of the text
  /// @return the place behind the escape, or -1 where it is none
  public static int append(CharSequence text, int at, int limit, StringBuilder decoded) {
    int simple = at + 1 < limit ? ESCAPES.indexOf(text.charAt(at + 1)) : -1;
    if (simple >= 0) {
      decoded.append(MEANINGS.charAt(simple));
      return at + 2;
    }
    int unit = unit(text, at, limit);
    if (unit < 0) {
      return -1;
    }
    if (!Character.isSurrogate((char) unit)) {
      decoded.append((char) unit);
      return at + 6;
    }
    int next = unit(text, at + 6, limit);
    if (next >= 0 && Character.isSurrogatePair((char) unit, (char) next)) {
      decoded.append((char) unit).append((char) next);
      return at + 12;
    }
    decoded.append(JsonString.REPLACEMENT);
    return at + 6;
  }

  /// The code unit of a `\\uXXXX` at an offset, -1 where there is none.
  private static int unit(CharSequence text, int at, int limit) {
    if (at + 6 > limit || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
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
}
