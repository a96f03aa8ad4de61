package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input without any Kubernetes object is no input: a failing `helm template | netlog lint -` must
/// not pass.
final class EmptyInputTest {
  private static final String TEMPLATE = "kind: {{ .Values.kind }}\nname: {{ .Values.name }}\n";
  private static final String REFUSED = "a: b: c\n";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void resolveLinks() throws IOException {
    folder = temporary.toRealPath();
  }

  private Run run(String command, String... more) {
    String words =
        switch (command) {
          case "coverage" -> "coverage in --platform gke";
          case "explain" -> "explain networkpolicy a/b in --platform gke";
          default -> command + " in";
        };
    return Run.in(
        folder,
        Stream.concat(Arrays.stream(words.split(" ")), Arrays.stream(more)).toArray(String[]::new));
  }

  private static void isNoInput(Run run) {
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.line()).startsWith("netlog: no manifest in in (1 file read): no document there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "\uFEFF",
        "# only a comment\n",
        "---\n---\n# nothing\n---\n",
        "null\n",
        "replicas: 2\n",
        "- 1\n- 2\n",
        "just text\n",
        "kind: Namespace\n",
        "apiVersion: v2\nname: a-chart\nversion: 1.0.0\n",
        "apiVersion: v1\nkind: List\nitems: []\n",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\n",
      })
  void noObjectIsNoInputForAnyCommand(String text) {
    Run.file(folder, "in/a.yaml", text);
    for (String command : new String[] {"lint", "coverage", "explain", "show"}) {
      isNoInput(run(command));
    }
  }

  @Test
  void jsonWithoutAnObjectIsNoInput() {
    Run.file(folder, "in/a.json", "{}");
    isNoInput(run("lint"));
  }

  @Test
  void aNamedFileWithoutAnObjectIsNoInput() {
    Run.file(folder, "values.yaml", "replicas: 2\n");
    assertThat(Run.in(folder, "lint", "values.yaml").code()).isEqualTo(2);
  }

  @Test
  void anEmptyStreamIsNoInput() {
    for (String command : new String[] {"lint", "show"}) {
      Run run = Run.with("", folder, command, "-");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.line())
          .startsWith("netlog: no manifest in standard input: no document there is a Kubernetes");
    }
    Run run = Run.with("Error: chart not found\n", folder, "coverage", "-", "--platform", "ovn");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line()).contains("no manifest in standard input");
  }

  @Test
  void theReportIsWrittenAllTheSame() {
    Run.file(folder, "in/a.yaml", "");
    assertThat(run("lint", "--format", "json").out())
        .contains("\"findings\": []", "\"files\": 1", "\"objects\": 0");
    assertThat(run("show", "--format", "json").out()).contains("\"documents\": []");
  }

  @Test
  void oneObjectAmongOtherFilesIsInput() {
    Run.file(folder, "in/values.yaml", "replicas: 2\n");
    Run.file(folder, "in/namespace.yaml", Run.NAMESPACE);
    for (String command : new String[] {"lint", "coverage", "show"}) {
      assertThat(run(command).code()).as(command).isZero();
    }
  }

  @Test
  void whatIsNotUnderstoodIsInput() {
    Run.file(folder, "in/templates/a.yaml", TEMPLATE);
    Run.file(folder, "in/values.yaml", "replicas: 2\n");
    for (String command : new String[] {"lint", "coverage"}) {
      assertThat(run(command).code()).as(command).isZero();
      assertThat(run(command, "--strict").code()).as(command).isEqualTo(3);
    }
    // What kubectl refuses is what it is asked for.
    assertThat(run("show").code()).isEqualTo(1);
  }

  @Test
  void aDocumentThatKubectlRefusesIsAFinding() {
    Run.file(folder, "in/a.yaml", REFUSED);
    for (String command : new String[] {"lint", "coverage", "show"}) {
      assertThat(run(command).code()).as(command).isEqualTo(1);
    }
    assertThat(run("lint", "--fail-on", "never").code()).isZero();
  }

  @Test
  void anObjectThatTheClusterNeverGetsFailsOneWayOrTheOther() {
    Run.file(folder, "in/a.yaml", "replicas: 2\n...\n" + Run.NAMESPACE);
    assertThat(run("lint").code()).isEqualTo(1);
    Run never = run("lint", "--fail-on", "never");
    assertThat(never.code()).isEqualTo(2);
    assertThat(never.out()).contains("yaml-lost-content");
  }

  @Test
  void withABaseBothSidesHaveToBeEmpty() {
    Repository repository = Repository.in(folder);
    repository.write("in/a.yaml", Run.NAMESPACE).branch();
    repository.write("in/a.yaml", "# all gone\n");
    Run gone = repository.gate("--platform", "gke");
    assertThat(gone.code()).as(gone.toString()).isZero();
    repository.git("branch", "--force", "main");
    Run run = repository.gate("--platform", "gke");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line()).contains("no manifest in .");
  }

  @Test
  void withABaseFolderToo() {
    Run.file(folder, "base/a.yaml", Run.NAMESPACE);
    Run.file(folder, "in/a.yaml", "");
    assertThat(run("coverage", "--base-path", "base").code()).isZero();
    Run.file(folder, "base/a.yaml", "");
    isNoInput(run("coverage", "--base-path", "base"));
  }
}
