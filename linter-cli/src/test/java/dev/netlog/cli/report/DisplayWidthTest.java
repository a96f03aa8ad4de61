package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "41, 1",
    "e9, 1",
    "2026, 1",
    "203a, 1",
    "300, 0",
    "20dd, 0",
    "fe0f, 0",
    "1100, 2",
    "1160, 0",
    "303e, 2",
    "303f, 1",
    "3041, 2",
    "4e00, 2",
    "a4cf, 2",
    "a4d0, 1",
    "ac00, 2",
    "d7a3, 2",
    "d7b0, 0",
    "ff01, 2",
    "ff61, 1",
    "1f680, 2",
    "231a, 2",
    "2764, 1",
    "20000, 2",
    "3fffd, 2",
    "1f100, 1"
  })
  void everyCharacterHasItsColumns(String point, int columns) {
    assertThat(DisplayWidth.of(Integer.parseInt(point, 16))).isEqualTo(columns);
  }
}
