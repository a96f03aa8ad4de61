package dev.netlog.io.yaml.syntax;

/// Checks for escapes in double-quoted YAML that SnakeYAML reads and the Go library refuses.
final class YamlEscapes {
  private YamlEscapes() {}

  /// Refuses `\\uD83D\\uDE00` and other surrogate pairs: each escape has to be a whole character.
  /// Such pairs come from JSON pasted into a YAML string.
  static void refuseSurrogates(String text, Node.Scalar scalar) throws RefusedDocumentException {
    int i = scalar.start();
    while (i < scalar.end()) {
      if (text.charAt(i) != '\\') {
        i++;
        continue;
      }
      char kind = i + 1 < scalar.end() ? text.charAt(i + 1) : 0;
      int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
      int end = Math.min(i + 2 + digits, scalar.end());
      if (digits > 0 && isSurrogate(text.substring(i + 2, end))) {
        throw new RefusedDocumentException(
            i,
            end,
            "the escape \""
                + text.substring(i, end)
                + "\" is half a character; write the character"
                + " itself, or one \\U escape");
      }
      i = end;
    }
  }

  private static boolean isSurrogate(String hexadecimal) {
    try {
      int value = Integer.parseUnsignedInt(hexadecimal, 16);
      return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
