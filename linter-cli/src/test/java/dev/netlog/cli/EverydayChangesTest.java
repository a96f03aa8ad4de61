package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pull requests as people write them every day pass the gate, in repositories in which a lost log
/// fails it.
final class EverydayChangesTest {
  private static final Path CASES = Path.of("src/test/resources/everyday");

  @TempDir Path folder;

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(each -> each.getFileName().toString().replace(".txt", ""))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  private static EverydayChange read(String name) throws IOException {
    String text = Files.readString(CASES.resolve(name + ".txt"));
    String start = text.lines().findFirst().orElseThrow().replace("start ", "");
    return EverydayChange.of(Files.readString(CASES.resolve("start/" + start + ".txt")), text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void itPasses(String name) throws IOException {
    Run run = run(read(name));
    assertThat(run.code()).as(name + "\n" + run.out() + run.err()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void itFailsWithoutOneOfItsLogs(String name) throws IOException {
    Run run = run(read(name).withoutOneLog());
    assertThat(run.code()).as(name + "\n" + run.out() + run.err()).isEqualTo(1);
  }

  @Test
  void thereAreManyOfEachPlatform() throws IOException {
    int ovn = 0;
    int gke = 0;
    for (String name : names().toList()) {
      boolean isOvn = Files.readString(CASES.resolve(name + ".txt")).startsWith("start ovn");
      ovn += isOvn ? 1 : 0;
      gke += isOvn ? 0 : 1;
    }
    assertThat(ovn).isGreaterThanOrEqualTo(25);
    assertThat(gke).isGreaterThanOrEqualTo(25);
  }

  private Run run(EverydayChange change) {
    Repository.in(folder).branches(change.base(), change.head());
    String[] words = {"coverage", ".", "--base", "main", "--config-from", "base", "--governance"};
    return Run.in(folder, words);
  }
}
