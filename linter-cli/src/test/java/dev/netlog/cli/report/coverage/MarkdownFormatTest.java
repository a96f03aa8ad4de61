package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.MarkdownFormat;
import dev.netlog.cli.report.coverage.format.MarkdownLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownFormatTest {
  private static final String CUT = "**This report is cut at ";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a, `a`",
        "a`b, ``a`b``",
        "`, `` ` ``",
        "``a, ``` ``a ```",
        "<b>, `<b>`",
        "##[error], `\\u{23}#[error]`",
      })
  void textOfStrangersIsACodeSpan(String text, String code) {
    assertThat(MarkdownLines.code(text)).isEqualTo(code);
  }

  @Test
  void blanksAtBothEndsAreKeptAndNothingIsShownAsSuch() {
    assertThat(MarkdownLines.code(" a ")).isEqualTo("`  a  `");
    assertThat(MarkdownLines.code("a\nb")).isEqualTo("`a\\nb`");
    assertThat(MarkdownLines.code("")).isEqualTo("`\"\"`");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 5_000, 7_000})
  void aReportThatIsTooLargeIsCutWithASentence(int limit) {
    CoverageReport report = Examples.report("payments-lost");
    String whole = Reports.written(new MarkdownFormat(), report);
    String cut = Reports.written(new MarkdownFormat(limit), report);
    boolean fits = whole.getBytes(StandardCharsets.UTF_8).length <= limit - 1024;
    assertThat(whole).doesNotContain(CUT);
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit);
    assertThat(cut.contains(CUT)).isEqualTo(!fits);
    assertThat(count(cut, "<details")).isEqualTo(count(cut, "</details>"));
    assertThat(cut).startsWith("### Network-policy logging: gate failed — project 0/6");
  }

  @Test
  void theLimitsOfTheTestAboveCutInDifferentPlaces() {
    CoverageReport report = Examples.report("payments-lost");
    assertThat(Reports.written(new MarkdownFormat(1_500), report)).doesNotContain("<details");
    assertThat(Reports.written(new MarkdownFormat(4_000), report)).contains("<details", CUT);
    assertThat(Reports.written(new MarkdownFormat(7_000), report)).doesNotContain(CUT);
  }

  @Test
  void theSizeIsCountedInBytes() throws IOException {
    StringBuilder out = new StringBuilder();
    MarkdownLines lines = new MarkdownLines(out, 1024 + 10);
    lines.line("äöü€");
    lines.line("x");
    lines.finish();
    assertThat(out).startsWith("äöü€\n").doesNotContain("x\n").contains(CUT);
  }

  @Test
  void nothingIsCutThatFitsExactly() throws IOException {
    StringBuilder out = new StringBuilder();
    MarkdownLines lines = new MarkdownLines(out, 1024 + 12);
    lines.line("äöü€");
    lines.line("x");
    lines.finish();
    assertThat(out).hasToString("äöü€\nx\n");
  }

  private static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }
}
