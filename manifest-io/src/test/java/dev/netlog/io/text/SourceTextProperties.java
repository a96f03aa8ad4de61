package dev.netlog.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Places are those that one finds by counting from the start.
final class SourceTextProperties {
  private static final int EDGE = CodePoints.STEP;

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\n",
                "\r\n",
                "\r",
                "\r\r\n",
                "a",
                "\u6f22",
                "\u00e9",
                "\ud83d\ude80",
                "\ud83d",
                "\ude80",
                "\ude80\ud83d"),
            Arbitraries.strings().ofMaxLength(3),
            Arbitraries.of("x", "\u6f22", "\ud83d\ude80", "\ud83d\ude80y", "\ude80\ud83d\ud83d")
                .flatMap(
                    piece ->
                        Arbitraries.integers().between(EDGE / 2 - 2, EDGE + 2).map(piece::repeat)));
    return pieces.list().ofMaxSize(10).map(list -> String.join("", list));
  }

  @Property(tries = 500)
  void columnsAreThoseCountedFromTheStartOfTheLine(
      @ForAll("texts") String text, @ForAll @IntRange(min = 0, max = 100) int percent) {
    SourceText source = new SourceText(text);
    int near = (int) ((long) text.length() * percent / 100);
    for (int offset = Math.max(0, near - 3);
        offset <= Math.min(near + 3, text.length());
        offset++) {
      Region region = source.region(0, offset);
      assertThat(region).isEqualTo(new Region(1, 1, line(text, offset), column(text, offset)));
    }
  }

  @Property(tries = 500)
  void offsetsAreThoseCountedFromTheStartOfTheLine(
      @ForAll("texts") String text,
      @ForAll @IntRange(min = 0, max = 100) int percent,
      @ForAll int far) {
    SourceText source = new SourceText(text);
    int number = 1 + (source.lineCount() - 1) * percent / 100;
    int length = source.lineEnd(number) - source.lineStart(number);
    int near = (int) ((long) length * percent / 100);
    for (int column = near - 3; column <= near + 3; column++) {
      assertThat(source.offset(number, column)).isEqualTo(offset(source, number, column));
    }
    assertThat(source.offset(number, far)).isEqualTo(offset(source, number, far));
  }

  @Property(tries = 500)
  void aColumnLeadsBackToItsOffset(
      @ForAll("texts") String text, @ForAll @IntRange(min = 0, max = 100) int percent) {
    SourceText source = new SourceText(text);
    int near = (int) ((long) text.length() * percent / 100);
    int number = source.lineOf(near);
    int offset = Math.min(near, source.lineEnd(number));
    if (offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
      offset--;
    }
    int column = source.region(offset, offset).startColumn();
    assertThat(source.offset(number, column)).isEqualTo(offset);
  }

  private static int line(String text, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += endsLine(text, i) ? 1 : 0;
    }
    return line;
  }

  private static int column(String text, int offset) {
    int start = offset;
    while (start > 0 && !endsLine(text, start - 1)) {
      start--;
    }
    return text.codePointCount(start, offset) + 1;
  }

  private static boolean endsLine(String text, int index) {
    return text.charAt(index) == '\n'
        || (text.charAt(index) == '\r' && !text.startsWith("\n", index + 1));
  }

  private static int offset(SourceText source, int number, int column) {
    int at = source.lineStart(number);
    for (int i = 1; i < column && at < source.lineEnd(number); i++) {
      at += Character.charCount(source.text().codePointAt(at));
    }
    return at;
  }
}
