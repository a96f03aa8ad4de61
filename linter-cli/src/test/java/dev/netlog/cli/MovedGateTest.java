package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A policy that moves to where nobody judges it is not deleted; one that is gone is.
final class MovedGateTest {
  private static final String LOGGED =
      Written.loggedPolicy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String BARE =
      Written.policy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String STAYS = LOGGED.replace("name: p", "name: stays");

  @TempDir Path folder;

  private Repository repository;

  @BeforeEach
  void aRepositoryWithTwoLoggedPolicies() {
    repository =
        Repository.in(folder)
            .write(
                "app/all.yaml",
                Written.DELEGATED + Written.namespace("shop", Written.DENY_KEY, "'true'") + STAYS)
            .write("app/np.yaml", LOGGED);
  }

  private Repository changed() throws IOException {
    repository.branch();
    Files.delete(folder.resolve("app/np.yaml"));
    return repository;
  }

  private Run gate(String path) {
    repository.commit();
    List<String> words = new ArrayList<>(List.of("coverage", path, "--base", "main"));
    words.addAll(List.of("--governance", "--config-from", "base", "--format", "json"));
    return Run.in(folder, words.toArray(String[]::new));
  }

  private void fails(String place) {
    fails(".", place);
  }

  private void fails(String path, String place) {
    Run run = gate(path);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("{\"path\": \"" + place + "\"").contains("\"moved\"");
  }

  private void passes() {
    Run run = gate(".");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("\"deleted\": [\n").contains("NetworkPolicy/shop/p");
  }

  @Test
  void toAFolderThatBothSidesIgnore() throws IOException {
    repository.write(".netlogignore", "gen/\n");
    changed().write("gen/q.yaml", BARE);
    fails("gen/q.yaml");
  }

  @Test
  void toAnIgnoredFolderWithItsAnnotation() throws IOException {
    repository.write(".netlogignore", "gen/\n");
    changed().write("gen/np.yaml", LOGGED);
    fails("gen/np.yaml");
  }

  @Test
  void intoAnIgnoredFileThatIsThere() throws IOException {
    repository.write(".netlogignore", "gen/\n").write("gen/all.yaml", STAYS);
    changed().write("gen/all.yaml", STAYS + BARE);
    fails("gen/all.yaml");
  }

  @Test
  void intoATemplateOrAPointerInAnIgnoredFolder() throws IOException {
    repository.write(".netlogignore", "gen/\n");
    changed().write("gen/t.yaml", "{{ if .x }}\n" + BARE + "{{ end }}\n");
    fails("gen/t.yaml");
    Files.delete(folder.resolve("gen/t.yaml"));
    repository.write("gen/np.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:ab\n");
    fails("gen/np.yaml");
    repository.write("gen/np.yaml", "version https://hawser.github.com/spec/v1\noid sha256:ab\n");
    fails("gen/np.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"txt", "tpl", "j2", "gotmpl", "tmpl", "jsonnet", "libsonnet", "cue", "md", "ytt"})
  void toAnotherEnding(String ending) throws IOException {
    changed().write("app/x." + ending, BARE);
    fails("app/x." + ending);
    repository.write("app/x." + ending, "{{- define \"x\" }}\n" + BARE + "{{- end }}\n");
    fails("app/x." + ending);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local k = import 'k';\nk.networking.v1.networkPolicy.new('p')\n",
        "networkPolicy: p: {spec: podSelector: {}}\n",
        "{% for n in ['p'] %}\nkind: NetworkPolicy\nmetadata: {name: {{ n }}}\n{% endfor %}\n"
      })
  void intoCodeThatNamesIt(String code) throws IOException {
    changed().write("app/x.code", code);
    fails("app/x.code");
  }

  @Test
  void outOfThePathsOfTheRun() throws IOException {
    changed().write("other/np.yaml", BARE);
    fails("app", "other/np.yaml");
  }

  @ParameterizedTest
  @CsvSource({"old/np.yaml", "stage/np.yaml"})
  void underIgnorePathsOrIntoAnotherTarget(String place) throws IOException {
    repository.write(
        ".netlog.yaml",
        """
        targets:
          - {name: prod, platform: gke, paths: [app]}
          - {name: stage, platform: gke, paths: [stage], assume: {networkLogging: delegated}}
        ignore-paths: [old]
        """);
    changed().write(place, BARE);
    fails(place);
  }

  @Test
  void intoASubmodule() throws IOException {
    repository.write("mod/np.yaml", LOGGED.replace("name: p", "name: m")).branch();
    repository.git("rm", "--quiet", "-r", "mod");
    Repository.in(Files.createDirectories(folder.resolve("mod"))).write("np.yaml", BARE).commit();
    Run run = gate("app");
    assertThat(run.code()).as(run.out()).isZero();
    run = gate(".");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("{\"path\": \"mod\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [all.yaml, 'https://example.com/np.yaml']\n",
        "resources: [all.yaml, 'github.com/example/policies//prod?ref=v1']\n",
        "resources: [all.yaml, gone.yaml]\n",
        "resources: [all.yaml, ../gen/np.yaml]\n",
        "resources: [all.yaml, ../gen]\n",
        "resources: [all.yaml]\nhelmCharts: [{name: policies, repo: 'https://example.com'}]\n",
        "resources: [all.yaml]\ngenerators: [chart.yaml]\n"
      })
  void behindANewEntryOfItsKustomization(String members) throws IOException {
    repository
        .write(".netlogignore", "gen/\n")
        .write("gen/np.yaml", BARE)
        .write("app/kustomization.yaml", "resources: [all.yaml, np.yaml]\n");
    changed().write("app/kustomization.yaml", members);
    fails(
        members.contains("gen/") || members.contains("../gen")
            ? "gen/np.yaml"
            : "app/kustomization.yaml");
  }

  @Test
  void toAFileOfAnotherTargetThatItsKustomizationNames() throws IOException {
    repository
        .write(
            ".netlog.yaml",
            """
            targets:
              - {name: prod, platform: gke, paths: [app]}
              - {name: stage, platform: gke, paths: [stage], assume: {networkLogging: delegated}}
            """)
        .write("stage/np.yaml", BARE)
        .write("app/kustomization.yaml", "resources: [all.yaml, np.yaml]\n");
    changed().write("app/kustomization.yaml", "resources: [all.yaml, ../stage/np.yaml]\n");
    fails("stage/np.yaml");
  }

  @Test
  void aKustomizationOutsideOfThePathsNoLongerNamesIt() {
    repository.write("prod/kustomization.yaml", "resources: [../app/all.yaml, ../app/np.yaml]\n");
    repository.branch().write("prod/kustomization.yaml", "resources: [../app/all.yaml]\n");
    Run run = gate("app");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"prod/kustomization.yaml\", \"line\": 1, \"reason\": \"unnamed");
    repository.write(
        "prod/kustomization.yaml",
        "resources: [../app/np.yaml, ../app/all.yaml]\nnamePrefix: x-\n");
    run = gate("app");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "name: p, 1",
    "'name: {{ .Release.Name }}-x', 0",
    "'name: {{ include \"n\" . }}', 1",
    "name: other, 0"
  })
  void intoAPackagedChart(String name, int code) throws IOException {
    changed();
    String chart = BARE.replace("name: p", name).replace("namespace: shop", "namespace: {{ .x }}");
    Files.write(folder.resolve("app/c-1.0.0.tgz"), packaged("c/templates/np.yaml", chart));
    Run run = gate(".");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(run.out().contains("{\"path\": \"app/c-1.0.0.tgz\"")).isEqualTo(code == 1);
  }

  @Test
  void intoAPackagedChartThatCannotBeRead() throws IOException {
    changed().write("app/c-1.0.0.tgz", "no archive");
    fails("app/c-1.0.0.tgz");
  }

  /// A compressed archive with one file.
  private static byte[] packaged(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] tar = new byte[512 + Math.ceilDiv(content.length, 512) * 512 + 1024];
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(path, 0, tar, 0, path.length);
    byte[] size =
        String.format(Locale.ROOT, "%011o", content.length).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(size, 0, tar, 124, size.length);
    tar[156] = '0';
    System.arraycopy(content, 0, tar, 512, content.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(tar);
    }
    return bytes.toByteArray();
  }

  @Test
  void betweenFolders() {
    repository
        .write("base/all.yaml", Written.DELEGATED + STAYS)
        .write("base/np.yaml", LOGGED)
        .write("base/.netlogignore", "gen/\n")
        .write("head/.netlogignore", "gen/\n")
        .write("head/all.yaml", Written.DELEGATED + STAYS);
    String[] words = {"coverage", "head", "--base-path", "base", "--platform", "gke"};
    Run run = Run.in(folder, words);
    assertThat(run.code()).as(run.out()).isZero();
    repository.write("head/gen/q.yaml", BARE);
    run = Run.in(folder, words);
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("head/gen/q.yaml");
  }

  @Test
  void aPolicyThatIsDeletedIsDeleted() throws IOException {
    repository.write(".netlogignore", "gen/\n").write("gen/old.yaml", BARE).write("x.tpl", BARE);
    changed()
        .write("CHANGELOG.md", "Removed the NetworkPolicy p, which nobody needs.\n")
        .write("x.tpl", BARE + "# more\n")
        .write("gen/old.yaml", BARE + "# more\n")
        .write("gen/other.yaml", BARE.replace("namespace: shop", "namespace: other"))
        .write("gen/web.yaml", Written.deployment("shop/p", "{app: p}"))
        .write("code/main.go", "package p // Namespace\n")
        .write("image.bin", "\0\1\2NetworkPolicy");
    passes();
  }

  @Test
  void aPolicyThatMovesWithinItsTargetMoves() throws IOException {
    changed().write("app/q.yaml", LOGGED);
    assertThat(gate(".").code()).isZero();
  }

  @Test
  void oneClusterLosesAPolicyThatAnotherHasToo() throws IOException {
    repository
        .write(
            ".netlog.yaml",
            """
            targets:
              - {name: prod, platform: gke, paths: [app]}
              - {name: stage, platform: gke, paths: [stage], assume: {networkLogging: delegated}}
            """)
        .write("stage/np.yaml", LOGGED);
    changed().write("stage/np.yaml", LOGGED + "# more\n");
    passes();
  }

  @Test
  void aRemoteEntryOfAnotherVersionIsNoNewOne() throws IOException {
    String remote = "resources: [all.yaml, np.yaml, 'https://example.com/x?ref=v1']\n";
    repository.write("app/kustomization.yaml", remote);
    changed().write("app/kustomization.yaml", remote.replace(" np.yaml,", "").replace("v1", "v2"));
    passes();
  }
}
