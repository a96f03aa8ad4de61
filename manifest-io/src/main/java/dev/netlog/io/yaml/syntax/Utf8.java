package dev.netlog.io.yaml.syntax;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The bytes of a manifest as text.
///
/// @param text without the byte order mark at the start; each invalid byte is U+FFFD, as in Go's
///   decoders
/// @param mark whether the bytes start with a byte order mark
/// @param invalid the index of the first invalid byte, -1 if all bytes are UTF-8
public record Utf8(String text, boolean mark, int invalid) {

  /// Decodes bytes; null for UTF-16 and UTF-32, which netlog does not read.
  public static @Nullable Utf8 decode(byte[] bytes) {
    if (isWide(bytes)) {
      return null;
    }
    int start = hasMark(bytes) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? new Utf8(text, start > 0, -1) : byteByByte(bytes, start);
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }

  /// Whether there is a byte order mark of UTF-16, or ASCII characters take two or four bytes each.
  private static boolean isWide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    boolean unmarked =
        bytes.length >= 4
            && ((first == 0 && bytes[2] == 0 && second != 0 && bytes[3] != 0)
                || (second == 0 && bytes[3] == 0 && first != 0 && bytes[2] != 0)
                || (first == 0 && second == 0 && bytes[2] == 0 && bytes[3] != 0));
    return marked || unmarked;
  }

  private static Utf8 byteByByte(byte[] bytes, int start) {
    StringBuilder text = new StringBuilder(bytes.length);
    int invalid = -1;
    int i = start;
    while (i < bytes.length) {
      int length = sequenceLength(bytes, i);
      if (length == 0) {
        invalid = invalid < 0 ? text.length() : invalid;
        text.append('\uFFFD');
        i++;
      } else {
        text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return new Utf8(text.toString(), start > 0, invalid);
  }

  /// The length of the valid sequence at an index, 0 if there is none (RFC 3629, section 4).
  private static int sequenceLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
