package dev.netlog.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine against answers worked out by hand.
final class EngineCasesTest {
  static Stream<CoverageCase> cases() {
    return CoverageCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theEngineAgreesWithACase(CoverageCase example) {
    Coverage coverage = EngineLines.coverage(example.world());
    List<String> lines = new ArrayList<>(EngineLines.of(coverage));
    lines.removeIf(line -> line.startsWith("problem "));
    example.check(lines);
  }
}
