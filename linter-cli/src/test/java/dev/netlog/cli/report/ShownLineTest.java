package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownLineTest {
  private static ShownLine shown(String text) {
    Samples.Marked marked = Samples.marked(text);
    return ShownLine.of(marked.source(), marked.region().startLine(), marked.region());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a: «b» c,            a: b c,               3, 1",
        "a: b«»,              a: b,                 4, 1",
        "«»,                  ``,                   0, 1",
        "日本«語»x,           日本語x,              4, 2",
        "ＡＢ«c»,             ＡＢc,                4, 1",
        "🚀«a»,               🚀a,                  2, 1",
        "e\u0301«b»,          e\u0301b,             1, 1",
        "a«\u0301»,           a\u0301,              1, 1",
        "\u202ea«b»,          \\u{202e}ab,          9, 1",
        "a«\u202e»b,          a\\u{202e}b,          1, 8",
        "«##[x»],             \\u{23}#[x],          0, 9",
        "x\uD800«b»,          x\\u{d800}b,          9, 1",
      })
  void theMarkStandsUnderWhatIsMarked(String text, String line, int start, int width) {
    assertThat(shown(text)).isEqualTo(new ShownLine(line, start, width));
  }

  @Test
  void tabsReachToTheNextStop() {
    assertThat(shown("\ta\t«b\t»c")).isEqualTo(new ShownLine("    a   b   c", 8, 4));
  }

  @Test
  void lineEndsOfWindowsAreNoPartOfALine() {
    assertThat(shown("a: 1\r\nb: «2»\r\n")).isEqualTo(new ShownLine("b: 2", 3, 1));
    assertThat(shown("a: 1\r\nb: 2«»\r\n")).isEqualTo(new ShownLine("b: 2", 4, 1));
  }

  @Test
  void theLastLineNeedsNoLineEnd() {
    assertThat(shown("a: 1\nb: «2»")).isEqualTo(new ShownLine("b: 2", 3, 1));
    assertThat(shown("a: 1\n«»")).isEqualTo(new ShownLine("", 0, 1));
  }

  @Test
  void aLineThatFitsIsNotCut() {
    String line = "x".repeat(ShownLine.WINDOW - 1);
    assertThat(shown(line + "«y»")).isEqualTo(new ShownLine(line + "y", 119, 1));
  }

  @Test
  void aLongLineIsCutOnItsRight() {
    ShownLine shown = shown("«ab»" + "x".repeat(500));
    assertThat(shown).isEqualTo(new ShownLine("ab" + "x".repeat(118) + "…", 0, 2));
  }

  @Test
  void aLongLineIsCutOnBothSidesOfAMarkFarIn() {
    ShownLine shown = shown("x".repeat(500) + "«ab»" + "y".repeat(500));
    assertThat(shown.text()).isEqualTo("…" + "x".repeat(40) + "ab" + "y".repeat(77) + "…");
    assertThat(shown.markStart()).isEqualTo(41);
    assertThat(shown.markWidth()).isEqualTo(2);
  }

  @Test
  void aLongMarkEndsWhereTheLineIsCut() {
    ShownLine shown = shown("ab: «" + "x".repeat(500) + "»");
    assertThat(shown.text()).isEqualTo("ab: " + "x".repeat(116) + "…");
    assertThat(shown.markStart()).isEqualTo(4);
    assertThat(shown.markWidth()).isEqualTo(117);
  }

  @Test
  void aMarkJustBehindTheWindowIsStillSeen() {
    for (int before = 115; before < 125; before++) {
      ShownLine shown = shown("x".repeat(before) + "«y»" + "z".repeat(50));
      assertThat(shown.text().charAt(shown.markStart())).as("%d before", before).isEqualTo('y');
    }
  }

  @Test
  void theEndOfAVeryLongLineCanBeMarked() {
    ShownLine shown = shown("x".repeat(1_000_000) + "«»");
    assertThat(shown).isEqualTo(new ShownLine("…" + "x".repeat(40), 41, 1));
  }

  @Test
  void charactersWithoutAWidthDoNotMakeTheWindowLong() {
    String unseen = "\u0301".repeat(100_000);
    ShownLine shown = shown("a: " + unseen + "«b»" + unseen);
    assertThat(shown.text()).startsWith("…").endsWith("…").contains("b").hasSizeLessThan(1_000);
    assertThat(shown.markStart()).isEqualTo(1);
    assertThat(shown.markWidth()).isEqualTo(1);
    assertThat(shown("«a»: " + unseen).text()).startsWith("a: ").hasSizeLessThan(1_000);
  }

  @Test
  void manyPlacesOnOneLongLineAreFound() {
    int items = 7_000;
    String item = "{\"漢\": \"🚀\"}, ".repeat(10);
    SourceText source = new SourceText(item.repeat(items));
    for (int i = 0; i < items; i++) {
      int start = i * item.length();
      Region region = source.region(start + 1, start + 4);
      ShownLine shown = ShownLine.of(source, 1, region);
      assertThat(shown.text()).contains("{\"漢\": \"🚀\"}");
    }
  }

  @Test
  void furtherLinesOfARegionAreMarkedWithoutTheirIndentation() {
    Samples.Marked marked = Samples.marked("a: «|\n  b\n\n\tc»d\n");
    assertThat(ShownLine.of(marked.source(), 2, marked.region()))
        .isEqualTo(new ShownLine("  b", 2, 1));
    assertThat(ShownLine.of(marked.source(), 3, marked.region()))
        .isEqualTo(new ShownLine("", 0, 0));
    assertThat(ShownLine.of(marked.source(), 4, marked.region()))
        .isEqualTo(new ShownLine("    cd", 4, 1));
  }
}
