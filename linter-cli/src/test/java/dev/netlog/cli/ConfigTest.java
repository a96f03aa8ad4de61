package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which settings file is taken, and what it changes in a run of `lint`.
final class ConfigTest {
  private static final String NETWORK_LOGGING =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata: {name: default}
      spec: {cluster: {allow: {log: true, delegate: false}, deny: {log: true, delegate: false}}}
      """;

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny, namespace: payments}
      spec: {podSelector: {}}
      """;

  @TempDir Path folder;

  private void settings(String text) {
    Run.file(folder, ".netlog.yaml", text);
  }

  private Run lint(String... arguments) {
    return lintIn(folder, arguments);
  }

  private static Run lintIn(Path where, String... arguments) {
    String[] words = new String[arguments.length + 3];
    words[0] = "lint";
    words[1] = "--format";
    words[2] = "concise";
    System.arraycopy(arguments, 0, words, 3, arguments.length);
    return Run.in(where, words);
  }

  // Where the file is looked for

  @Test
  void theFileOfTheRepositoryIsTakenFromEveryFolderInIt() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    settings("fail-on: never");
    Run.file(folder, "a/b/x.yaml", Run.DEFECT);
    assertThat(lintIn(folder.resolve("a/b")).code()).isZero();
    settings("fail-on: nevr");
    assertThat(lintIn(folder.resolve("a/b")))
        .isEqualTo(
            new Run(
                2,
                "",
                "../../.netlog.yaml:1:10: \"nevr\" is unknown for fail-on; did you mean \"never\"?"
                    + " use error, warning, info or never\n"));
  }

  @Test
  void theNearestFileIsTakenAndNoneFromOutsideTheRepository() throws IOException {
    settings("stray: 1");
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Files.createDirectory(repository.resolve(".git"));
    Run.file(repository, "a/x.yaml", Run.DEFECT);
    assertThat(lintIn(repository.resolve("a")).code()).isEqualTo(1);
    Run.file(repository, ".netlog.yaml", "outer: 1");
    assertThat(lintIn(repository.resolve("a")).code()).isEqualTo(2);
    Run.file(repository, "a/.netlog.yaml", "fail-on: never");
    assertThat(lintIn(repository.resolve("a")).code()).isZero();
  }

  @Test
  void aWorktreeWhoseGitIsAFileIsARepositoryToo() {
    Run.file(folder, ".git", "gitdir: elsewhere\n");
    settings("fail-on: never");
    Run.file(folder, "a/x.yaml", Run.DEFECT);
    assertThat(lintIn(folder.resolve("a")).code()).isZero();
  }

  @Test
  void outsideOfARepositoryOnlyTheWorkingDirectoryIsLookedIn() {
    settings("fail-on: never");
    Run.file(folder, "a/x.yaml", Run.DEFECT);
    assertThat(lint().code()).isZero();
    assertThat(lintIn(folder.resolve("a")).code()).isEqualTo(1);
  }

  @Test
  void aNamedFileWins() {
    settings("broken: 1");
    Run.file(folder, "other.yml", "fail-on: never");
    Run.file(folder, "x.yaml", Run.DEFECT);
    assertThat(lint("--config", "other.yml", "x.yaml").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none.yaml | none.yaml: no such file or folder; check the spelling",
        "sub       | sub: this is a folder; name a file",
        "x.yaml/y  | x.yaml/y: ",
      })
  void aNamedFileThatCannotBeReadEndsTheRun(String name, String message) throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Run.file(folder, "x.yaml", Run.DEFECT);
    Run run = lint("--config", name, "x.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line()).startsWith(message.strip());
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSettingsFileThatIsThereAndCannotBeReadEndsTheRun() throws IOException {
    Run.file(folder, "x.yaml", Run.DEFECT);
    Path file = folder.resolve(".netlog.yaml");
    Files.createDirectory(file);
    assertThat(lint()).extracting(Run::code).isEqualTo(2);
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("nowhere"));
    Run run = lint();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line())
        .isEqualTo(".netlog.yaml: this is not a readable file; create one, or pass --config FILE");
  }

  @Test
  void aNameWithTerminalCommandsIsShownInert() {
    Run run = lint("--config", "a\u001b[31mb", "x.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("\u001b");
  }

  // What it changes

  @Test
  void whatIsNotUsedYetIsSaid() {
    settings("baseline: b.json\n");
    Run.file(folder, "x.yaml", Run.NAMESPACE);
    Run run = lint("x.yaml");
    assertThat(run.code()).isZero();
    assertThat(run.line())
        .isEqualTo(
            ".netlog.yaml:1:1: baseline has no effect yet: this release of netlog does not use it");
  }

  @Test
  void failOnIsTakenFromTheFileUnlessTheCommandLineSaysSo() {
    Run.file(folder, "x.yaml", Run.DEFECT.replace("deny", "Deny").replace("inof", "info"));
    assertThat(lint().code()).as("an info is no failure by default").isZero();
    settings("fail-on: info");
    assertThat(lint().code()).isEqualTo(1);
    assertThat(lint("--fail-on", "error").code()).isZero();
  }

  @Test
  void rulesWeighWhatTheFileSays() {
    Run.file(folder, "x.yaml", Run.DEFECT);
    assertThat(lint("x.yaml").out()).contains("error[ovn-unknown-severity]");
    settings("rules: {ovn-unknown-severity: info}");
    Run info = lint("x.yaml");
    assertThat(info.out()).contains("info[ovn-unknown-severity]").contains("found 1 info");
    assertThat(info.code()).isZero();
    settings("rules: {ovn-unknown-severity: off}");
    assertThat(lint("x.yaml").out()).doesNotContain("ovn-unknown-severity");
  }

  @Test
  void rulesAboutBytesWeighWhatTheFileSaysToo() {
    Run.file(folder, "x.yaml", Run.NAMESPACE + "  name: b\n");
    settings("rules: {yaml-duplicate-key: error}");
    assertThat(lint("x.yaml").out()).contains("error[yaml-duplicate-key]");
    settings("rules: {yaml-duplicate-key: 'off'}");
    assertThat(lint("x.yaml").out()).doesNotContain("yaml-duplicate-key");
  }

  @Test
  void aRefusedDocumentDoesNotVanishWhereItsRuleIsOff() {
    Run.file(folder, "x.yaml", Run.NAMESPACE + "---\na: [\n");
    settings("rules: {yaml-invalid: off}");
    Run run = lint("x.yaml");
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("yaml-invalid");
    assertThat(Run.in(folder, "lint", "--format", "json", "x.yaml").out())
        .contains("\"reason\": \"unreadable\"", "kubectl refuses this document");
    assertThat(lint("--strict", "x.yaml").code()).isEqualTo(3);
  }

  @Test
  void thePlatformIsTakenFromTheFileUnlessTheCommandLineSaysSo() {
    Run.file(folder, "x.yaml", Run.DEFECT);
    settings("platform: gke");
    assertThat(lint("x.yaml").out()).contains("foreign-platform-key");
    assertThat(lint("--platform", "ovn", "x.yaml").out()).doesNotContain("foreign-platform-key");
  }

  // Targets

  @Test
  void eachFileIsJudgedByItsTarget() {
    Run.file(folder, "gke/x.yaml", Run.DEFECT);
    Run.file(folder, "ovn/x.yaml", Run.DEFECT);
    Run.file(folder, "other/x.yaml", Run.DEFECT);
    settings(
        """
        targets:
        - {name: g, platform: gke, paths: [gke]}
        - {name: o, platform: ovn, paths: [ovn]}
        """);
    String report = lint().out();
    assertThat(report.lines().filter(line -> line.contains("foreign-platform-key")))
        .singleElement()
        .asString()
        .startsWith("gke/x.yaml:");
    assertThat(report.lines().filter(line -> line.contains("ovn-unknown-severity"))).hasSize(3);
  }

  @Test
  void aFileOfTwoTargetsIsReportedOnceWhereTheyAgree() {
    Run.file(folder, "base/x.yaml", Run.DEFECT);
    settings("targets: [{name: a, paths: [base]}, {name: b, paths: [base], platform: ovn}]");
    assertThat(lint("base").out().lines().filter(line -> line.contains("ovn-unknown-severity")))
        .hasSize(1);
  }

  @Test
  void aCompleteTargetIsCompleteOnlyInARunThatReadsAllOfIt() {
    Run.file(folder, "gke/a/policy.yaml", POLICY);
    Run.file(folder, "gke/b/logging.yaml", Run.NAMESPACE);
    settings("targets: [{name: g, platform: gke, paths: [gke], complete: true}]");
    assertThat(lint("gke").out()).contains("gke-networklogging-absent");
    assertThat(lint().out()).contains("gke-networklogging-absent");
    assertThat(lint("gke/a").out()).doesNotContain("gke-networklogging-absent");
    assertThat(lint("--assume", "input=partial").out()).doesNotContain("gke-networklogging-absent");
    assertThat(lint("--assume", "input=complete", "gke/a").out())
        .contains("gke-networklogging-absent");
  }

  @Test
  void anotherTargetsObjectsAnswerNoQuestion() {
    Run.file(folder, "a/policy.yaml", POLICY);
    Run.file(folder, "b/logging.yaml", NETWORK_LOGGING);
    String together = "targets: [{name: a, platform: gke, paths: [a, b], complete: true}]";
    String apart =
        "targets: [{name: a, platform: gke, paths: [a], complete: true}, {name: b, paths: [b]}]";
    settings(together);
    assertThat(lint().out()).doesNotContain("gke-networklogging-absent");
    settings(apart);
    assertThat(lint().out()).contains("gke-networklogging-absent");
  }

  @Test
  void thePathsOfATargetAreThoseBesideTheFile() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Run.file(folder, "clusters/prod/x.yaml", Run.DEFECT);
    settings("targets: [{name: p, platform: gke, paths: [clusters/prod]}]");
    assertThat(lintIn(folder.resolve("clusters")).out()).contains("foreign-platform-key");
    settings("targets: [{name: p, platform: gke, paths: [clusters/prdo]}]");
    Run run = lintIn(folder.resolve("clusters"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line())
        .isEqualTo(
            "../.netlog.yaml:1:44: there is no \"clusters/prdo\" in the folder of this file; check the"
                + " spelling");
  }
}
