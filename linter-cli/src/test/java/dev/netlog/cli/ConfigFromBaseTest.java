package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--config-from base` finds the file that is in force without it, as the base has it.
final class ConfigFromBaseTest {
  /// Settings under which a bare policy fails.
  private static final String STRICT = "coverage: {minimum: {verdict: 100}}\n";

  /// Settings under which nothing fails.
  private static final String LOOSE =
      "coverage: {patch: 0, regressions: 99, project: {threshold: 100}}\n";

  @TempDir Path folder;

  private Path root;
  private Repository repository;

  @BeforeEach
  void aRepositoryWithABarePolicyInAFolder() throws IOException {
    root = folder.resolve("repository");
    Files.createDirectories(root);
    repository =
        Repository.in(root)
            .write(
                "prod/all.yaml",
                Written.DELEGATED
                    + Written.namespace("shop")
                    + Written.policy("shop/p", "{podSelector: {}}"));
  }

  private static Run run(Path in, String path, String... more) {
    String[] arguments = new String[more.length + 6];
    System.arraycopy(
        new String[] {"coverage", path, "--base", "main", "--platform", "gke"}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Run.in(in, arguments);
  }

  private static Run fromBase(Path in, String path) {
    return run(in, path, "--config-from", "base");
  }

  @ParameterizedTest(name = "settings in {0}, run in {1}: exit code {2}")
  @CsvSource({
    "'.', '.', 1",
    "'.', prod, 1",
    "prod, '.', 0",
    "prod, prod, 1",
    "'. loose below', prod, 0",
  })
  void anUnchangedFileIsFoundInTheSamePlace(String at, String in, int code) throws IOException {
    if (at.endsWith("loose below")) {
      repository.write(".netlog.yaml", STRICT).write("prod/.netlog.yaml", LOOSE);
    } else {
      repository.write(at + "/.netlog.yaml", STRICT);
    }
    repository.branch();
    Path working = root.resolve(in).normalize();
    Run head = run(working, ".");
    Run base = fromBase(working, ".");
    assertThat(head.code()).as(head.err()).isEqualTo(code);
    assertThat(base).isEqualTo(head);
  }

  @Test
  void aNearerFileOfTheChangeDoesNotDecide() {
    repository.write(".netlog.yaml", STRICT).branch().write("prod/.netlog.yaml", LOOSE).commit();
    assertThat(run(root.resolve("prod"), ".").code()).isZero();
    assertThat(fromBase(root.resolve("prod"), ".").code()).isEqualTo(1);
  }

  @Test
  void aNearerFileThatTheChangeDeletesDecides() throws IOException {
    repository.write(".netlog.yaml", LOOSE).write("prod/.netlog.yaml", STRICT).branch();
    Files.delete(root.resolve("prod/.netlog.yaml"));
    repository.commit();
    assertThat(run(root.resolve("prod"), ".").code()).isZero();
    assertThat(fromBase(root.resolve("prod"), ".").code()).isEqualTo(1);
  }

  @Test
  void theFirstFileOfTheChangeLoosensNoGate() {
    repository.branch();
    repository
        .write("prod/.netlog.yaml", LOOSE)
        .write(
            "prod/new.yaml",
            Written.policy("shop/q", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}"))
        .commit();
    assertThat(run(root.resolve("prod"), ".").code()).isZero();
    assertThat(fromBase(root.resolve("prod"), ".").code()).isEqualTo(1);
  }

  @Test
  void settingsOutsideOfTheRepositoryAreOutOfReachOfTheChange() {
    repository.write(".netlog.yaml", LOOSE).branch();
    Run.file(folder, ".netlog.yaml", STRICT);
    assertThat(run(folder, "repository").code()).isEqualTo(1);
    assertThat(fromBase(folder, "repository").code()).isEqualTo(1);
  }

  @Test
  void targetsAreFoundThroughALinkToTheRepository() throws IOException {
    String target =
        """
        targets:
          - {name: prod, platform: gke, paths: [prod]}
        coverage: {minimum: {verdict: 100}}
        """;
    repository.write(".netlog.yaml", target).branch();
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);
    Run run = fromBase(link, ".");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("prod (gke)").contains("0/1");
    Run named = run(link, ".", "--config", ".netlog.yaml", "--config-from", "base");
    assertThat(named).isEqualTo(run);
  }
}
