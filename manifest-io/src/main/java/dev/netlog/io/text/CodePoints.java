package dev.netlog.io.text;

import java.util.Arrays;
import java.util.Objects;

/// Counts the code points of a text and finds them by number, in constant time at any place of the
/// text. An unpaired surrogate counts as one.
///
/// Safe for use by several threads.
final class CodePoints {
  /// The maximum number of UTF-16 code units that are counted for one answer.
  static final int STEP = 1024;

  private final String text;

  /// How many code points start before each multiple of [#STEP]; empty if each code unit is a code
  /// point, as in nearly every text.
  private final int[] counts;

  CodePoints(String text) {
    this.text = text;
    this.counts =
        text.codePointCount(0, text.length()) == text.length() ? new int[0] : counts(text);
  }

  /// How many code points start before an offset in UTF-16 code units.
  int before(int offset) {
    Objects.checkFromToIndex(0, offset, text.length());
    if (counts.length == 0) {
      return offset;
    }
    int counted = offset / STEP;
    return counts[counted] + starts(text, counted * STEP, offset);
  }

  /// The offset of the code point with this number, or the end of the text.
  int offset(int before) {
    if (counts.length == 0) {
      return Math.min(before, text.length());
    }
    int found = Arrays.binarySearch(counts, before);
    int counted = found >= 0 ? found : -found - 2;
    int at = counted * STEP;
    int left = before - counts[counted];
    while (at < text.length() && (left > 0 || isSecondHalf(text, at))) {
      left -= isSecondHalf(text, at) ? 0 : 1;
      at++;
    }
    return at;
  }

  private static int[] counts(String text) {
    int[] counts = new int[text.length() / STEP + 1];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = counts[i - 1] + starts(text, (i - 1) * STEP, i * STEP);
    }
    return counts;
  }

  private static int starts(String text, int from, int to) {
    int starts = 0;
    for (int i = from; i < to; i++) {
      starts += isSecondHalf(text, i) ? 0 : 1;
    }
    return starts;
  }

  private static boolean isSecondHalf(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index))
        && index > 0
        && Character.isHighSurrogate(text.charAt(index - 1));
  }
}
