package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files of a build and the output of kustomize have the same points.
final class MergedBuildTest {
  private static final Path CASES = Path.of("src/test/resources/kustomize");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void allCasesAreSeen() throws IOException {
    assertThat(cases()).hasSize(7);
  }

  private static List<String> points(Path folder, String path) {
    Run run = Run.in(folder, "coverage", path, "--platform", "gke", "--format", "json");
    assertThat(run.out()).as(run.err()).contains("\"points\"");
    return run.out()
        .lines()
        .filter(line -> line.contains("\"verdict\": \"") && line.contains("\"state\": "))
        .map(line -> line.replaceFirst(",$", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFilesHaveThePointsOfTheOutput(Path folder) {
    List<String> points = points(folder, "input");
    assertThat(points).isNotEmpty().isEqualTo(points(folder, "expected.yaml"));
    assertThat(points).noneMatch(line -> line.contains("transformed"));
  }
}
