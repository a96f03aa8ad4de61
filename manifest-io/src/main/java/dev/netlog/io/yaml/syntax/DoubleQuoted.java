package dev.netlog.io.yaml.syntax;

/// Decodes double-quoted YAML scalars with their escapes.
final class DoubleQuoted {
  private static final String NAMES = "0abt\tnvfre \"\\/N_LP'";
  private static final String CHARACTERS =
      "\0\u0007\b\t\t\n\u000B\f\r\u001B \"\\/\u0085\u00A0\u2028\u2029'";

  private DoubleQuoted() {}

  static void decode(String text, int start, int end, ScalarSource source) {
    int limit = end - 1;
    int i = start + 1;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = escape(text, i, limit, source);
      } else if (Folding.isBlankOrBreak(c)) {
        i = Folding.gap(text, i, limit, source, true);
      } else {
        source.add(c, i, i + 1);
        i++;
      }
    }
  }

  private static int escape(String text, int at, int limit, ScalarSource source) {
    char kind = text.charAt(at + 1);
    int width = Folding.breakWidth(text, at + 1);
    if (width > 0) {
      return continuation(text, at + 1 + width, limit, source);
    }
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
      int point = Integer.parseInt(text, at + 2, at + 2 + digits, 16);
      source.add(Character.toString(point), at, at + 2 + digits);
      return at + 2 + digits;
    }
    int name = NAMES.indexOf(kind);
    if (name < 0) {
      throw new StringIndexOutOfBoundsException("no escape");
    }
    source.add(CHARACTERS.charAt(name), at, at + 2);
    return at + 2;
  }

  /// After `\` and a line break, spaces are dropped and further line breaks are kept.
  private static int continuation(String text, int from, int limit, ScalarSource source) {
    int i = from;
    while (i < limit && Folding.isBlankOrBreak(text.charAt(i))) {
      int width = Folding.breakWidth(text, i);
      if (width > 0) {
        source.add('\n', i, i + width);
        i += width;
      } else {
        i++;
      }
    }
    return i;
  }
}
