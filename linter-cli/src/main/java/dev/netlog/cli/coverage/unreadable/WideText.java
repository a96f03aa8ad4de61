package dev.netlog.cli.coverage.unreadable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Decodes files in UTF-16 and UTF-32, which kubectl does not read, so that they can be searched
/// for names.
public final class WideText {
  private WideText() {}

  /// Whether bytes look like such text: they start with a byte order mark, or every other byte of
  /// the first characters, which are ASCII in a manifest, is zero.
  public static boolean isLikely(byte[] bytes) {
    boolean mark =
        (at(bytes, 0) == 0xFF && at(bytes, 1) == 0xFE)
            || (at(bytes, 0) == 0xFE && at(bytes, 1) == 0xFF);
    return mark || at(bytes, 0) == 0 || at(bytes, 1) == 0;
  }

  /// The text. Its byte order follows from the byte order mark, or else from the zero bytes of its
  /// first character.
  public static String of(byte[] bytes) {
    return new String(bytes, charset(bytes));
  }

  private static Charset charset(byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    boolean four = at(bytes, 2) == 0 && at(bytes, 3) == 0;
    if (first == 0 && second == 0) {
      return StandardCharsets.UTF_32BE;
    }
    if (four && (first == 0xFF || second == 0)) {
      return StandardCharsets.UTF_32LE;
    }
    return first == 0xFF || second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }
}
