package dev.netlog.io.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes a text as a YAML scalar and keeps where each character of it went.
///
/// Works from the text to the YAML, so it knows nothing of how scalars are decoded.
final class WrittenScalar {
  private static final String ESCAPED =
      "\0\u0007\b\t\n\u000B\f\r\u001B\"\\\u0085\u00A0\u2028\u2029";
  private static final String NAMES = "0abtnvfre\"\\N_LP";

  private final StringBuilder yaml = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private final String lineEnd;
  private final String indent;
  private final Random random;

  /// Where a character of the text went.
  ///
  /// @param exact whether it has just these characters; otherwise it is a line end somewhere in
  ///   them
  record Place(int start, int end, boolean exact) {}

  WrittenScalar(String before, String lineEnd, String indent, Random random) {
    this.yaml.append(before);
    this.lineEnd = lineEnd;
    this.indent = indent;
    this.random = random;
  }

  List<Place> places() {
    return places;
  }

  String yaml() {
    return yaml.toString();
  }

  WrittenScalar with(String more) {
    yaml.append(more);
    return this;
  }

  /// A line end that is no part of the scalar.
  WrittenScalar endLine() {
    return with(lineEnd);
  }

  private void exact(int characters, String source) {
    int start = yaml.length();
    yaml.append(source);
    for (int i = 0; i < characters; i++) {
      places.add(new Place(start, yaml.length(), true));
    }
  }

  private void broken(int characters, int breaks) {
    int start = yaml.length();
    for (int i = 0; i < breaks; i++) {
      yaml.append(i > 0 && random.nextBoolean() ? indent : "").append(lineEnd);
    }
    for (int i = 0; i < characters; i++) {
      places.add(new Place(start, yaml.length() + indent.length(), false));
    }
    yaml.append(indent);
  }

  void plain(String text) {
    flow(text, (at, c) -> exact(1, String.valueOf(c)));
  }

  void singleQuoted(String text) {
    yaml.append('\'');
    flow(text, (at, c) -> exact(1, c == '\'' ? "''" : String.valueOf(c)));
    yaml.append('\'');
  }

  private interface Writer {
    void write(int at, char c);
  }

  /// Line feeds become empty lines, and some blanks between words become line ends.
  private void flow(String text, Writer writer) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int feeds = feeds(text, i);
      if (feeds > 0) {
        broken(feeds, feeds + 1);
        i += feeds;
        continue;
      }
      if (isFoldable(text, i) && random.nextInt(3) == 0) {
        broken(1, 1);
      } else {
        writer.write(i, c);
      }
      i++;
    }
  }

  private static int feeds(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '\n') {
      i++;
    }
    return i - from;
  }

  private static boolean isFoldable(String text, int at) {
    return text.charAt(at) == ' '
        && at > 0
        && at + 1 < text.length()
        && " \t\n".indexOf(text.charAt(at - 1)) < 0
        && " \t\n#".indexOf(text.charAt(at + 1)) < 0;
  }

  void doubleQuoted(String text) {
    yaml.append('"');
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      int width = Character.charCount(point);
      if (isFoldable(text, i) && random.nextInt(3) == 0) {
        broken(1, 1);
      } else if (random.nextInt(4) == 0 || mustBeEscaped(point)) {
        exact(width, escape(point));
      } else {
        text.substring(i, i + width).chars().forEach(c -> exact(1, String.valueOf((char) c)));
      }
      i += width;
      boolean beforeBlank = i < text.length() && " \t".indexOf(text.charAt(i)) >= 0;
      if (random.nextInt(12) == 0
          && !beforeBlank
          && !Character.isHighSurrogate(yaml.charAt(yaml.length() - 1))) {
        yaml.append('\\').append(lineEnd).append(indent);
      }
    }
    yaml.append('"');
  }

  private static boolean mustBeEscaped(int point) {
    return point < ' '
        || point == '"'
        || point == '\\'
        || (point >= 0x7F && point < 0xA0)
        || point == 0x2028;
  }

  private String escape(int point) {
    int name = ESCAPED.indexOf(point);
    boolean named = name >= 0 && random.nextBoolean();
    String form =
        switch (random.nextInt(3)) {
          case 0 -> point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04X" : "\\U%08x";
          case 1 -> point < 0x10000 ? "\\u%04x" : "\\U%08X";
          default -> "\\U%08X";
        };
    return named ? "\\" + NAMES.charAt(name) : form.formatted(point);
  }

  void json(String text) {
    yaml.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && random.nextBoolean()) {
        exact(2, "\\u%04x\\u%04X".formatted((int) c, (int) text.charAt(++i)));
        continue;
      }
      int name = "\"\\/\b\f\n\r\t".indexOf(c);
      boolean escaped = c < ' ' || c == '"' || c == '\\' || random.nextInt(5) == 0;
      String hexadecimal = "\\u%04x".formatted((int) c);
      boolean half = Character.isSurrogate(c);
      exact(
          1,
          !escaped || half
              ? String.valueOf(c)
              : name >= 0 && random.nextBoolean() ? "\\" + "\"\\/bfnrt".charAt(name) : hexadecimal);
    }
    yaml.append('"');
  }

  /// Writes `|` or `>` with the header that the text needs.
  void block(String text, boolean folded, int parentIndent) {
    String body = text.replaceAll("\n+$", "");
    int trailing = text.length() - body.length();
    // The Go library takes a leading tab only where the header says what is indentation.
    boolean indicator = body.matches("(?s)\n*[ \t].*") || random.nextInt(3) == 0;
    yaml.append(folded ? '>' : '|');
    String chomp =
        body.isEmpty()
            ? (trailing > 0 ? "+" : "-")
            : trailing == 0 ? "-" : trailing > 1 ? "+" : random.nextBoolean() ? "" : "+";
    String digit = indicator ? Integer.toString(indent.length() - parentIndent) : "";
    yaml.append(random.nextBoolean() ? chomp + digit : digit + chomp);
    yaml.append(random.nextInt(4) == 0 ? " # not text" : "").append(lineEnd);
    int start = yaml.length();
    if (!body.isEmpty()) {
      lines(body, folded);
      start = yaml.length();
      yaml.append(lineEnd);
    }
    for (int i = body.isEmpty() ? 0 : 1; i < trailing; i++) {
      yaml.append(random.nextBoolean() ? indent : "").append(lineEnd);
    }
    for (int i = 0; i < trailing; i++) {
      places.add(new Place(start, yaml.length(), false));
    }
  }

  private void lines(String body, boolean folded) {
    boolean atStart = true;
    boolean indented = false;
    int i = 0;
    while (i < body.length()) {
      int feeds = feeds(body, i);
      if (feeds > 0) {
        boolean next = i + feeds < body.length() && " \t".indexOf(body.charAt(i + feeds)) >= 0;
        boolean verbatim = !folded || indented || next || atStart;
        int begin = yaml.length();
        for (int n = 0; n < feeds + (verbatim ? 0 : 1); n++) {
          yaml.append(n > 0 && random.nextBoolean() ? indent : "").append(lineEnd);
        }
        for (int n = 0; n < feeds; n++) {
          places.add(new Place(begin, yaml.length() + indent.length(), false));
        }
        i += feeds;
        startLine(body, i);
        indented = next;
        atStart = false;
        continue;
      }
      if (atStart) {
        startLine(body, i);
        indented = " \t".indexOf(body.charAt(i)) >= 0;
        atStart = false;
      }
      if (folded && !indented && isFoldable(body, i) && random.nextInt(3) == 0) {
        broken(1, 1);
      } else {
        exact(1, body.substring(i, i + 1));
      }
      i++;
    }
  }

  private void startLine(String body, int at) {
    if (at < body.length()) {
      yaml.append(indent);
    }
  }
}
