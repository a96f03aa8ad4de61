package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.CoverageFormats;
import org.junit.jupiter.api.Test;

final class CoverageFormatsTest {
  @Test
  void everyFormatIsFoundByItsId() {
    assertThat(CoverageFormats.ids()).startsWith("text").contains("json", "markdown", "junit");
    assertThat(CoverageFormats.ids()).doesNotHaveDuplicates();
    for (CoverageFormat format : CoverageFormats.ALL) {
      assertThat(CoverageFormats.of(format.id())).isSameAs(format);
    }
  }

  @Test
  void anUnknownFormatIsNone() {
    assertThat(CoverageFormats.of("JSON")).isNull();
  }

  @Test
  void theDefaultIsForPeople() {
    assertThat(CoverageFormats.DEFAULT.id()).isEqualTo("text");
  }
}
