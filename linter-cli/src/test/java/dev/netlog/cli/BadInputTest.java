package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that cannot be read or judged: it is named and counted, and the rest of the run goes on.
final class BadInputTest {
  @TempDir Path folder;

  @BeforeEach
  void besideAFileWithADefect() {
    Run.file(folder, "good.yaml", Run.DEFECT);
  }

  /// A file of the folder is not understood: the others are linted, and `--strict` fails.
  private void isCounted(String name, String reason, String message) {
    Run run = Run.in(folder, "lint");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("not understood: " + name + ":")
        .contains(" " + reason + ": ")
        .contains(message)
        .contains("ovn-unknown-severity")
        .contains("[--strict fails on these]");
    assertThat(Run.in(folder, "lint", "--fail-on", "never").code()).isZero();
    assertThat(Run.in(folder, "lint", "--strict").code()).isEqualTo(3);
    assertThat(Run.in(folder, "show", "--strict").code()).isEqualTo(3);
    assertThat(Run.in(folder, "lint", "--format", "json").out())
        .contains("\"path\": \"" + name + "\"")
        .contains("\"reason\": \"" + reason + "\"");
  }

  /// A file of the folder is one that kubectl refuses: an error of its own.
  private void isRefused(String name, String problem) {
    Run run = Run.in(folder, "lint", "--format", "concise");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern("(?m)^" + name + ":\\d+:\\d+: .*yaml-invalid.*" + problem)
        .contains("ovn-unknown-severity");
    assertThat(Run.in(folder, "show").code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "show"})
  void aPathThatDoesNotExistIsAUsageErrorAndTheOthersAreRead(String command) {
    Run run = Run.in(folder, command, "missing.yaml", "good.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line())
        .isEqualTo("netlog: missing.yaml: no such file or folder; check the spelling");
    assertThat(run.out()).contains("good.yaml:");
  }

  @Test
  void aTemplateOfOpenShiftIsCountedWhereLoggingDependsOnIt() {
    Run.file(
        folder,
        "project.yaml",
        "apiVersion: template.openshift.io/v1\nkind: Template\nobjects:\n"
            + Run.DEFECT.indent(2).replaceFirst("^ ", "-"));
    Run run = Run.in(folder, "lint");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("not understood: project.yaml:4 template: an object of this Template is about")
        .contains("1 file not understood: 1 template  [--strict fails on these]")
        .containsOnlyOnce("ovn-unknown-severity]");
    assertThat(Run.in(folder, "lint", "--strict").code()).isEqualTo(3);
    assertThat(Run.in(folder, "coverage", "--platform", "ovn").out()).contains("project.yaml:4");
    // kubectl sends the Template, and that is shown.
    Run shown = Run.in(folder, "show", "--strict");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("Template");
  }

  @Test
  void aNamedPathWithForeignTextIsMadeInert() {
    Run run = Run.in(folder, "lint", "a\n::error::b\u001b[31m##[error]");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line()).startsWith("netlog: a\\n::error::b").doesNotContain("\u001b", "##[");
  }

  @Test
  void aFileWithoutPermissionIsCountedInAFolderAndAUsageErrorByName() throws IOException {
    Path file = Run.file(folder, "secret.yaml", "a: 1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) {
      // Permissions do not bind the superuser, so for that user it is a file like any other.
      assertThat(Run.in(folder, "lint", "secret.yaml", "good.yaml").err()).isEmpty();
      return;
    }
    isCounted("secret.yaml", "unreadable", "permission denied");
    Run run = Run.in(folder, "lint", "secret.yaml", "good.yaml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line()).contains("secret.yaml: permission denied");
  }

  @Test
  void aLoopOfFoldersIsCounted() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.createSymbolicLink(folder.resolve("a/b/up"), folder.resolve("a"));
    isCounted("a/b/up", "unreadable", "the link leads back to a folder it is in");
  }

  @Test
  void aLinkToNowhereIsCounted() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.yaml"), Path.of("nowhere"));
    isCounted("gone.yaml", "unreadable", "the link leads nowhere");
  }

  @Test
  void aBinaryFileIsRefused() throws IOException {
    byte[] bytes = new byte[3000];
    new Random(1).nextBytes(bytes);
    Files.write(folder.resolve("binary.yaml"), bytes);
    isRefused("binary.yaml", "");
  }

  @Test
  void utf16IsCounted() throws IOException {
    Files.write(
        folder.resolve("wide.yaml"), ("\uFEFF" + Run.DEFECT).getBytes(StandardCharsets.UTF_16LE));
    isCounted("wide.yaml", "encoding", "save it as UTF-8");
  }

  @Test
  void aFileOverTheLimitIsCounted() {
    Run.file(folder, "large.yaml", "# " + "x".repeat(1024 * 1024) + "\n");
    Run run = Run.in(folder, "lint", "--max-file-size", "1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "not understood: large.yaml:1 too-large: the file is larger than 1 MiB; split it, or"
                + " pass a larger --max-file-size")
        .contains("looked at 2 files");
    assertThat(Run.in(folder, "lint", "--max-file-size", "1", "--strict").code()).isEqualTo(3);
    assertThat(Run.in(folder, "lint", "--strict", "--fail-on", "never").code()).isZero();
  }

  @Test
  void aTemplateIsCountedAndNoError() {
    Run.file(folder, "chart.yaml", "a:\n  {{- range .x }}\n  b: {{ . }}\n  {{- end }}\n");
    isCounted("chart.yaml", "template", "lint what it renders to instead");
  }

  @Test
  void aTemplateMarkInATextExcusesNoMistakeElsewhere() throws IOException {
    Run.file(
        folder,
        "alert.yaml",
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: payments
          annotations:
            summary: "{{ $labels.pod }} is down"
            k8s.ovn.org/acl-logging: "{"deny": "alert"}"
        """);
    Run run = Run.in(folder, "lint", "alert.yaml");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("error[yaml-invalid]").contains("alert.yaml:7:");
  }

  @Test
  void aTemplateAloneIsNoFailure() throws IOException {
    Run.file(folder, "chart/templates/ns.yaml", "kind: {{ .Values.kind }}\n");
    Run run = Run.in(folder, "lint", "chart");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("found nothing").contains("1 file not understood: 1 template");
    assertThat(Run.in(folder, "show", "chart").code()).isIn(0, 1);
  }

  @Test
  void tenThousandBracketsDoNoHarm() {
    Run.file(folder, "deep.yaml", "[".repeat(10_000) + "]".repeat(10_000));
    assertThat(Run.in(folder, "lint", "--format", "concise").out())
        .doesNotContain("yaml-invalid")
        .contains("looked at 2 files");
    Run.file(folder, "deep.yaml", "[".repeat(10_001) + "]".repeat(10_001));
    isRefused("deep.yaml", "nested deeper than 10000 levels");
    Run.file(folder, "deep.yaml", "[".repeat(100_000));
    isRefused("deep.yaml", "nested deeper than 10000 levels");
    Run.file(folder, "deep.yaml", "{\"a\":".repeat(100_000));
    isRefused("deep.yaml", "");
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
    }
    Run.file(folder, "bomb.yaml", bomb.toString());
    isRefused("bomb.yaml", "aliases stand for too many nodes");
  }

  @Test
  void aRecursiveAnchorIsRefused() {
    Run.file(folder, "loop.yaml", "a: &a\n- *a\n");
    isRefused("loop.yaml", "contains itself");
  }

  @Test
  void standardOutputThatIsClosedIsSaidOnce() {
    for (String[] arguments :
        new String[][] {
          {"lint"}, {"show"}, {"rules"}, {"lint", "--format", "json"}, {"--version"}
        }) {
      Run run = Run.closed(folder, arguments);
      assertThat(run.code()).as(arguments[0]).isEqualTo(3);
      assertThat(run.line())
          .startsWith(
              "netlog: standard output was closed before everything was written (Broken pipe);");
    }
  }

  @Test
  void helpToAClosedOutputIsNoSuccess() {
    assertThat(Run.closed(folder, "--help").code()).isEqualTo(3);
  }

  @Test
  void noManifestIsAUsageError() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    for (String command : new String[] {"lint", "show"}) {
      Run run = Run.in(folder, command, "empty");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.line()).contains("no manifest found").contains("*.yaml, *.yml and *.json");
    }
  }

  @Test
  void twoJsonObjectsInOneFileAreBothSeen() {
    String object =
        "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\",\"annotations\":{\"k8s.ovn.org/acl-logging\":\"{\\\"deny\\\":\\\"x\\\"}\"}}}";
    Run.file(folder, "json/two.json", object.formatted("a") + object.formatted("b"));
    Run run = Run.in(folder, "lint", "json", "--format", "concise");
    assertThat(run.out()).contains("looked at 1 file, 2 objects").contains("2 errors");
  }

  @Test
  void oneObjectInTwoFilesAndAListDoNoHarm() {
    Run.file(folder, "nested/deeply/again.yaml", Run.DEFECT);
    Run.file(
        folder,
        "nested/list.yaml",
        "apiVersion: v1\nkind: List\nitems:\n- " + Run.DEFECT.indent(2).strip() + "\n");
    Run run = Run.in(folder, "lint", "--format", "concise");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("looked at 3 files, 3 objects").contains("found 3 errors");
  }

  @Test
  void moreFilesThanAProcessMayOpenAreRead() {
    for (int i = 0; i < 1500; i++) {
      Run.file(folder, "many/" + i + ".yaml", "a: 1\n");
    }
    assertThat(Run.in(folder, "lint", "many").out()).contains("looked at 1 500 files");
  }
}
