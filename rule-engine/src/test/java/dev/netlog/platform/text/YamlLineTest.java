package dev.netlog.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class YamlLineTest {
  @Test
  void aWordThatYamlReadsAsSomethingElseIsQuoted() {
    assertThat(YamlLine.of("a/b", "true")).isEqualTo("a/b: \"true\"");
    assertThat(YamlLine.of("a/b", "")).isEqualTo("a/b: \"\"");
  }

  @Test
  void jsonStandsInSingleQuotes() {
    assertThat(YamlLine.of("k", "{\"deny\": \"alert\"}")).isEqualTo("k: '{\"deny\": \"alert\"}'");
    assertThat(YamlLine.of("k", "{\"it's\": \"\"}")).isEqualTo("k: '{\"it''s\": \"\"}'");
  }

  @Test
  void whatWouldBreakTheLineOrDeceiveTheEyeIsEscaped() {
    assertThat(YamlLine.of("k", "{\"a\":\n\t\"b\\\"}"))
        .isEqualTo("k: \"{\\\"a\\\":\\n\\t\\\"b\\\\\\\"}\"");
    assertThat(YamlLine.of("k", "\"\u202e\u0007\u2028\""))
        .isEqualTo("k: \"\\\"\\u202e\\u0007\\u2028\\\"\"");
    assertThat(YamlLine.of("k", "\"\udb40\udc41\"")).isEqualTo("k: \"\\\"\\U000e0041\\\"\"");
  }
}
