package dev.netlog.io.yaml.syntax;

import java.util.Arrays;

/// Maps the code points of a part to offsets in the file.
///
/// SnakeYAML counts the code points of its input. Its input is the part as kubectl passes it on:
/// without the carriage return before a line feed, and with a line feed after the last line.
final class PartOffsets {
  private static final int[] NONE = {};

  private final int base;
  private final int length;
  private final String read;
  private final boolean wide;
  private final int[] dropped;
  private int lastPoint;
  private int lastUnit;

  /// Creates the mapping for a part that starts at an offset of the file.
  PartOffsets(String part, int start) {
    base = start;
    length = part.length();
    wide = hasSurrogates(part);
    // SnakeYAML takes CRLF for one line end too, so only a further carriage return before it
    // matters.
    boolean doubled = part.contains("\r\r\n");
    dropped = doubled ? dropped(part) : NONE;
    String lines = doubled ? part.replace("\r\n", "\n") : part;
    read = lines.endsWith("\n") ? lines : lines + "\n";
  }

  /// The input of SnakeYAML.
  String read() {
    return read;
  }

  /// Where the part starts in the file.
  int start() {
    return base;
  }

  /// Where the part ends in the file.
  int end() {
    return base + length;
  }

  /// The offset of a code point in the file, in UTF-16 units; after an added line feed, the end.
  int of(int codePoint) {
    int unit = wide ? unit(codePoint) : codePoint;
    int found = dropped.length == 0 ? 0 : Arrays.binarySearch(dropped, unit);
    int before = found >= 0 ? found : -found - 1;
    return base + Math.min(unit + (dropped.length == 0 ? 0 : before), length);
  }

  /// Marks mostly move forward, so counting starts at the last one.
  private int unit(int codePoint) {
    lastUnit = read.offsetByCodePoints(lastUnit, codePoint - lastPoint);
    lastPoint = codePoint;
    return lastUnit;
  }

  /// The indexes, in SnakeYAML's input, of line feeds that had a carriage return before them.
  private static int[] dropped(String part) {
    int[] places = new int[part.length() / 2];
    int count = 0;
    for (int i = part.indexOf("\r\n"); i >= 0; i = part.indexOf("\r\n", i + 2)) {
      places[count] = i - count;
      count++;
    }
    return Arrays.copyOf(places, count);
  }

  static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
