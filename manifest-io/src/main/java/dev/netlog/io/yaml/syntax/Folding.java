package dev.netlog.io.yaml.syntax;

/// Decodes flow scalars over several lines: spaces around a line break are dropped, one break
/// becomes a space, and n breaks become n - 1 line feeds.
final class Folding {
  private Folding() {}

  static void plain(String text, int start, int end, ScalarSource source) {
    int i = start;
    while (i < end) {
      if (isBlankOrBreak(text.charAt(i))) {
        i = gap(text, i, end, source, false);
      } else {
        source.add(text.charAt(i), i, i + 1);
        i++;
      }
    }
  }

  static void singleQuoted(String text, int start, int end, ScalarSource source) {
    int i = start + 1;
    while (i < end - 1) {
      char c = text.charAt(i);
      if (isBlankOrBreak(c)) {
        i = gap(text, i, end - 1, source, true);
      } else {
        int width = c == '\'' ? 2 : 1;
        source.add(c, i, i + width);
        i += width;
      }
    }
  }

  /// Decodes a run of spaces and line breaks and returns the offset after it.
  ///
  /// @param keepTrailing whether blanks at the very end belong to the value
  static int gap(String text, int start, int end, ScalarSource source, boolean keepTrailing) {
    int i = start;
    int breaks = 0;
    int firstBreak = -1;
    while (i < end && isBlankOrBreak(text.charAt(i))) {
      int width = breakWidth(text, i);
      if (width > 0) {
        firstBreak = firstBreak < 0 ? i : firstBreak;
        breaks++;
        i += width;
      } else {
        i++;
      }
    }
    if (breaks == 0) {
      if (i < end || keepTrailing) {
        for (int j = start; j < i; j++) {
          source.add(text.charAt(j), j, j + 1);
        }
      }
      return i;
    }
    if (i == end && !keepTrailing) {
      return i;
    }
    if (breaks == 1) {
      source.add(' ', firstBreak, i);
    } else {
      source.add("\n".repeat(breaks - 1), firstBreak, i);
    }
    return i;
  }

  static boolean isBlankOrBreak(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u0085';
  }

  /// The offset after spaces, line breaks and comments.
  static int behindBlanks(String text, int from, int end) {
    int i = from;
    while (i < end && (isBlankOrBreak(text.charAt(i)) || text.charAt(i) == '#')) {
      boolean comment = text.charAt(i) == '#';
      i++;
      while (comment && i < end && breakWidth(text, i) == 0) {
        i++;
      }
    }
    return i;
  }

  /// The width of the line break at an offset, 0 if there is none.
  static int breakWidth(String text, int at) {
    char c = text.charAt(at);
    if (c == '\r') {
      return text.startsWith("\n", at + 1) ? 2 : 1;
    }
    return c == '\n' || c == '\u0085' ? 1 : 0;
  }
}
