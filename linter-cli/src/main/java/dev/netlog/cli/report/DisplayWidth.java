package dev.netlog.cli.report;

import java.util.Arrays;

/// The number of terminal columns that a character takes.
public final class DisplayWidth {
  /// The first and last code point of each range that is wide or fullwidth, as in Unicode's
  /// [EastAsianWidth](https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt); emoji,
  /// which are wide too, are known to the JDK.
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2329, 0x232a, 0x2630, 0x2637, 0x268a, 0x268f, 0x2e80, 0x303e, 0x3041, 0xa4cf,
    0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60,
    0xffe0, 0xffe6, 0x16fe0, 0x18dff, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f200, 0x1f265, 0x20000,
    0x3fffd
  };

  private DisplayWidth() {}

  /// The number of columns of a text that [Neutral] has processed.
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /// 0, 1 or 2.
  static int of(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    if ((point >= 0x1160 && point <= 0x11ff) || (point >= 0xd7b0 && point <= 0xd7fb)) {
      return 0;
    }
    return isWide(point) || Character.isEmojiPresentation(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    int at = Arrays.binarySearch(WIDE, point);
    return at >= 0 || (-at - 1) % 2 == 1;
  }
}
