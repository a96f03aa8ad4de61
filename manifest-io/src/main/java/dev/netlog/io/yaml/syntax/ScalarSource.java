package dev.netlog.io.yaml.syntax;

import dev.netlog.json.JsonEscapes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Maps each character of a decoded scalar to its place in the file.
///
/// No YAML library keeps this mapping, so the scalar's source is decoded a second time, by style,
/// recording offsets. If the result differs from what the parser decoded, there is no mapping, and
/// callers use a larger span.
public final class ScalarSource {
  private final StringBuilder decoded = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  ScalarSource() {}

  /// The mapping of a scalar, or null if the second decoding differs from the first.
  ///
  /// @param text the file's text
  public static @Nullable ScalarSource of(String text, Node.Scalar scalar) {
    ScalarSource source = new ScalarSource();
    try {
      switch (scalar.style()) {
        case PLAIN -> Folding.plain(text, scalar.start(), scalar.end(), source);
        case SINGLE_QUOTED -> Folding.singleQuoted(text, scalar.start(), scalar.end(), source);
        case DOUBLE_QUOTED -> DoubleQuoted.decode(text, scalar.start(), scalar.end(), source);
        case LITERAL, FOLDED -> new BlockScalar(text, scalar, source).decode();
        case JSON -> json(text, scalar, source);
      }
    } catch (StringIndexOutOfBoundsException e) {
      return null;
    }
    return source.decoded.toString().contentEquals(scalar.value()) ? source : null;
  }

  private static void json(String text, Node.Scalar scalar, ScalarSource source) {
    boolean quoted = !scalar.plain();
    int limit = scalar.end() - (quoted ? 1 : 0);
    int i = scalar.start() + (quoted ? 1 : 0);
    StringBuilder escape = new StringBuilder(2);
    while (i < limit) {
      int next = i + 1;
      escape.setLength(0);
      if (text.charAt(i) == '\\') {
        next = JsonEscapes.append(text, i, limit, escape);
        if (next < 0) {
          return;
        }
      } else {
        escape.append(text.charAt(i));
      }
      source.add(escape, i, next);
      i = next;
    }
  }

  /// Records characters that one range of the source stands for.
  void add(CharSequence characters, int start, int end) {
    for (int i = 0; i < characters.length(); i++) {
      add(characters.charAt(i), start, end);
    }
  }

  /// Records one character.
  void add(char c, int start, int end) {
    int at = decoded.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, 2 * at);
      ends = Arrays.copyOf(ends, 2 * at);
    }
    starts[at] = start;
    ends[at] = end;
    decoded.append(c);
  }

  /// The number of recorded characters.
  public int length() {
    return decoded.length();
  }

  /// Removes the characters from an index on.
  void cut(int length) {
    decoded.setLength(length);
  }

  /// The character at an index.
  char charAt(int index) {
    return decoded.charAt(index);
  }

  /// The start of the character at an index; for the index after the last one, the end of the text.
  public int start(int index) {
    return index < decoded.length() ? starts[index] : end(index);
  }

  /// The end of the character before an index.
  public int end(int index) {
    return ends[index - 1];
  }
}
