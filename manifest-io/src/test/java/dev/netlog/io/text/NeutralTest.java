package dev.netlog.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NeutralTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x7, 0x1b, 0x7f, 0x85, 0x9b, 0xa0, 0xad, 0x61c, 0x115f, 0x200b, 0x200d, 0x200e, 0x2028,
        0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x3164, 0xd800, 0xdfff, 0xe000, 0xfe00,
        0xfeff, 0xffff, 0xe0001, 0xe0041, 0xe0100, 0x10ffff
      })
  void whatIsObeyedOrUnseenIsShownByItsNumber(int point) {
    String text = "a" + Character.toString(point) + "b";
    assertThat(Neutral.text(text)).isEqualTo("a\\u{" + Integer.toHexString(point) + "}b");
  }

  @Test
  void lineBreaksAndTabsHaveShortNames() {
    assertThat(Neutral.text("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain: \"text\" \\ # [x] ##", "Grüße, мир, 日本　語", "e\u0301", "🚀", "❤\uFE0F"})
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(Neutral.line(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "##[group]x,     \\u{23}#[group]x",
    "a ##[error]x,   a \\u{23}#[error]x",
    "###[x,          #\\u{23}#[x",
    "::error::x,     \\u{3a}:error::x",
    "'  ::error::x', '  \\u{3a}:error::x'",
    "'　::error::x', '　\\u{3a}:error::x'",
    "a ::b::,        a ::b::",
    ":a::,           :a::",
  })
  void workflowCommandsAreBroken(String text, String shown) {
    assertThat(Neutral.line(text)).isEqualTo(shown);
  }

  @Test
  void halfCharactersAreToldFromWholeOnes() {
    assertThat(Neutral.text("\uD83D\uDE80\uD83D \uDE80"))
        .isEqualTo("\uD83D\uDE80\\u{d83d} \\u{de80}");
  }
}
