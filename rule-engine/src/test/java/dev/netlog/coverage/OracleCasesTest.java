package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.Oracle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The oracle against answers worked out by hand.
final class OracleCasesTest {
  static Stream<CoverageCase> cases() {
    return CoverageCase.all();
  }

  @Test
  void everyTargetIsThere() {
    assertThat(cases()).hasSize(14);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOracleAgreesWithACase(CoverageCase example) {
    example.check(Oracle.of(example.world()).lines());
  }
}
