package dev.netlog.io.yaml.syntax;

/// Decodes literal (`|`) and folded (`>`) scalars.
final class BlockScalar {
  private final String text;
  private final Node.Scalar scalar;
  private final ScalarSource source;
  private final boolean folded;
  private int indent;
  private int explicit;
  private boolean keep;
  private boolean strip;

  BlockScalar(String text, Node.Scalar scalar, ScalarSource source) {
    this.text = text;
    this.scalar = scalar;
    this.source = source;
    this.folded = scalar.style() == Node.Style.FOLDED;
  }

  /// By how many spaces the content of a block scalar is indented.
  static int indent(String text, Node.Scalar scalar) {
    BlockScalar block = new BlockScalar(text, scalar, new ScalarSource());
    block.header();
    return block.indent();
  }

  /// Whether the header gives the indentation.
  static boolean hasIndicator(String text, Node.Scalar scalar) {
    BlockScalar block = new BlockScalar(text, scalar, new ScalarSource());
    block.header();
    return block.explicit > 0;
  }

  void decode() {
    int line = header();
    indent = indent();
    boolean previousIndented = false;
    boolean first = true;
    int pendingBreaks = 0;
    int pendingStart = line;
    while (line < scalar.end()) {
      int end = lineEnd(line);
      int content = Math.min(line + indent, end);
      boolean empty = isEmpty(line, end);
      if (!empty || content < end) {
        boolean indented = text.charAt(content) == ' ' || text.charAt(content) == '\t';
        breaks(pendingBreaks, pendingStart, line, first, previousIndented || indented);
        for (int i = content; i < end; i++) {
          source.add(text.charAt(i), i, i + 1);
        }
        pendingBreaks = 0;
        pendingStart = end;
        previousIndented = indented;
        first = false;
      }
      pendingBreaks++;
      if (end >= scalar.end()) {
        // The last line of a file without a line end: the reader adds one, see YamlComposer.
        break;
      }
      line = end + Folding.breakWidth(text, end);
    }
    chomp(pendingBreaks, pendingStart, first);
  }

  /// Line breaks between two lines of content, or before the first one.
  private void breaks(int count, int start, int end, boolean first, boolean verbatim) {
    if (count == 0) {
      return;
    }
    if (first || !folded || verbatim) {
      add('\n', count, start, end);
    } else if (count == 1) {
      source.add(' ', start, end);
    } else {
      add('\n', count - 1, start, end);
    }
  }

  private void chomp(int breaks, int start, boolean onlyBreaks) {
    int kept = keep ? breaks : strip || onlyBreaks ? 0 : Math.min(1, breaks);
    add('\n', kept, start, Math.min(scalar.end(), text.length()));
  }

  private void add(char c, int times, int start, int end) {
    for (int i = 0; i < times; i++) {
      source.add(c, start, end);
    }
  }

  /// Reads `|`, indicators and comment; returns where the first line of content starts.
  private int header() {
    int end = lineEnd(scalar.start());
    for (int i = scalar.start() + 1; i < end && text.charAt(i) != ' '; i++) {
      char c = text.charAt(i);
      keep |= c == '+';
      strip |= c == '-';
      explicit = c >= '1' && c <= '9' ? c - '0' : explicit;
    }
    return end + (end < text.length() ? Folding.breakWidth(text, end) : 0);
  }

  /// The indentation of the content in spaces, found by comparing the first content line of the
  /// value with the source.
  private int indent() {
    int line = lineEnd(scalar.start());
    line += line < text.length() ? Folding.breakWidth(text, line) : 0;
    while (line < scalar.end()) {
      int end = lineEnd(line);
      int blanks = blanks(line, end);
      if (line + blanks < end) {
        return blanks - valueBlanks();
      }
      line = end + (end < text.length() ? Folding.breakWidth(text, end) : 1);
    }
    return Integer.MAX_VALUE / 2;
  }

  private int blanks(int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    return i - from;
  }

  /// The number of spaces at the start of the first line of the value that is not blank.
  private int valueBlanks() {
    if (explicit == 0) {
      return 0;
    }
    for (String line : scalar.value().split("\n", -1)) {
      int blanks = 0;
      while (blanks < line.length() && line.charAt(blanks) == ' ') {
        blanks++;
      }
      if (blanks < line.length()) {
        return blanks;
      }
    }
    return 0;
  }

  private boolean isEmpty(int from, int end) {
    return blanks(from, end) == end - from;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < scalar.end() && Folding.breakWidth(text, i) == 0) {
      i++;
    }
    return i;
  }
}
