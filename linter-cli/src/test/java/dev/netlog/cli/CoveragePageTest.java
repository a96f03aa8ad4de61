package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.CoverageFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds `docs/coverage.md` to what the program does.
final class CoveragePageTest {
  private static final Path EXAMPLES = Path.of("examples", "gke");
  private static final String NAMESPACES = "base/namespaces.yaml";
  private static final String LINE = "    policy.network.gke.io/enable-deny-logging: \"true\"\n";

  @TempDir Path folder;

  private final String page = Files.readString(ExampleRun.ROOT.resolve("docs/coverage.md"));

  CoveragePageTest() throws IOException {}

  @Test
  void itsExcerptsStandWordForWordInTheReportOnTheExamples() {
    Run run = Run.in(ExampleRun.ROOT, "coverage", "examples/gke", "--platform", "gke");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(excerpts("examples/gke")).hasSize(2).allSatisfy(text -> held(run, text));
  }

  @Test
  void itsExcerptsOfAChangeStandInTheReportOnThatChange() throws IOException {
    Repository repository = Repository.in(folder);
    try (Stream<Path> files = Files.walk(ExampleRun.ROOT.resolve(EXAMPLES))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        repository.write(ExampleRun.ROOT.relativize(file).toString(), Files.readString(file));
      }
    }
    repository.branch();
    Path namespaces = folder.resolve(EXAMPLES).resolve(NAMESPACES);
    String text = Files.readString(namespaces);
    int line = text.indexOf(LINE);
    Files.writeString(namespaces, text.substring(0, line) + text.substring(line + LINE.length()));
    repository.commit();
    Run run = Run.in(folder, "coverage", "examples/gke", "--platform", "gke", "--base", "main");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(excerpts("one annotation deleted"))
        .hasSize(3)
        .allSatisfy(excerpt -> held(run, excerpt));
  }

  @Test
  void itNamesEveryFormatForPeopleAndEveryGate() {
    assertThat(CoverageFormats.ids())
        .filteredOn(id -> !id.startsWith("github"))
        .allSatisfy(id -> assertThat(page).contains("| `" + id + "` |"));
    assertThat(
            Stream.of(
                "project",
                "patch",
                "regressions",
                "governance",
                "minimum",
                "minimum-per-namespace"))
        .allSatisfy(gate -> assertThat(page).contains("\n| `" + gate + "` |"));
  }

  private static void held(Run run, String excerpt) {
    assertThat(run.out()).contains(excerpt);
  }

  private List<String> excerpts(String name) {
    Pattern block =
        Pattern.compile(
            "<!-- excerpt: " + Pattern.quote(name) + " -->(.*?)<!-- end of excerpt -->",
            Pattern.DOTALL);
    return block
        .matcher(page)
        .results()
        .flatMap(match -> code(match.group(1)).map(found -> found.group(1)))
        .toList();
  }

  private static Stream<MatchResult> code(String text) {
    return Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL).matcher(text).results();
  }
}
