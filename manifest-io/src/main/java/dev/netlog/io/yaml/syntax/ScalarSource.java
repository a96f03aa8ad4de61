package dev.netlog.io.yaml.syntax;

import dev.netlog.json.JsonEscapes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where each character of a decoded scalar stands in the file.
///
/// No YAML library keeps this, so the scalar's source is decoded a second time, by style, noting
/// offsets. The result has to equal what the parser decoded; where it does not, there is no
/// mapping, and callers fall back to a larger span.
public final class ScalarSource {
  private final StringBuilder decoded = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  ScalarSource() {}

  /// The mapping of a scalar, or null where the second decoding differs from the first.
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

  /// Notes characters that stand together for a range of the source.
  void add(CharSequence characters, int start, int end) {
    for (int i = 0; i < characters.length(); i++) {
      add(characters.charAt(i), start, end);
    }
  }

  /// Notes one character.
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

  /// How many characters are noted.
  public int length() {
    return decoded.length();
  }

  /// Forgets the characters from an index on.
  void cut(int length) {
    decoded.setLength(length);
  }

  /// The character at an index.
  char charAt(int index) {
    return decoded.charAt(index);
  }

  /// Where the character at an index starts; for the index behind the last one, where that ends.
  public int start(int index) {
    return index < decoded.length() ? starts[index] : end(index);
  }

  /// Behind the character before an index.
  public int end(int index) {
    return ends[index - 1];
  }
}
