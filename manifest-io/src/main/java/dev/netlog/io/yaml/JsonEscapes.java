package dev.netlog.io.yaml;

/// Escapes in JSON strings, as Go's `encoding/json` decodes them.
final class JsonEscapes {
  private JsonEscapes() {}

  /// Decodes the escape at an offset and appends what it stands for.
  ///
  /// @param at the place of the backslash
  /// @param limit the end of the text
  /// @return the place behind the escape
  static int append(CharSequence text, int at, int limit, StringBuilder value)
      throws RefusedDocumentException {
    char c = at + 1 < limit ? text.charAt(at + 1) : 0;
    int plain = "\"\\/bfnrt".indexOf(c);
    if (c != 0 && plain >= 0) {
      value.append("\"\\/\b\f\n\r\t".charAt(plain));
      return at + 2;
    }
    int unit = c == 'u' ? unit(text, at, limit) : -1;
    if (unit < 0) {
      throw new RefusedDocumentException(at, Math.min(limit, at + 2), "JSON knows no such escape");
    }
    if (!Character.isSurrogate((char) unit)) {
      value.append((char) unit);
      return at + 6;
    }
    int low = Character.isHighSurrogate((char) unit) ? unit(text, at + 6, limit) : -1;
    if (low >= 0 && Character.isLowSurrogate((char) low)) {
      value.append((char) unit).append((char) low);
      return at + 12;
    }
    value.append('\uFFFD');
    return at + 6;
  }

  /// The code unit of a `\\uXXXX` at an offset, -1 where there is none.
  private static int unit(CharSequence text, int at, int limit) {
    if (at + 6 > limit || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
