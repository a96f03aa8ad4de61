package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text that nobody can read and that may hold a policy is one unknown point.
final class UnreadTextTest {
  private static final String LOGGED =
      Written.DELEGATED
          + Written.namespace("shop", Written.DENY_KEY, "'true'")
          + Written.loggedPolicy("shop/api", "{podSelector: {}, ingress: [{ports: [{port: 80}]}]}");
  private static final String TEMPLATE =
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: {{ .x }}\n";
  private static final String IN_TEMPLATE =
      """
      apiVersion: template.openshift.io/v1
      kind: Template
      metadata: {name: t}
      objects:
        - apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: "${NAME}", namespace: shop}
          spec: {podSelector: {}}
      """;
  private static final String IN_CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: c}
      data:
        np.yaml: |
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: x, namespace: shop}
          spec: {podSelector: {}}
      """;
  private static final String QUOTED =
      Written.policy("shop/NAME", "{podSelector: {}}").replace("NAME", "'{{ x }}'");
  private static final String LFS =
      "version https://git-lfs.github.com/spec/v1\noid sha256:4665\nsize 12\n";

  private static final String ACTION_IN_COMMENT =
      "# {{ .Values.NetworkPolicy }}\nkind: Service\nmetadata: {name: {{ .x }}}\n";

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void inARepository() {
    repository = Repository.in(folder).write("all.yaml", LOGGED);
  }

  private static String covered(int covered, int unknown) {
    return "\"covered\": %d, \"missed\": 0, \"unknown\": %d,".formatted(covered, unknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {TEMPLATE, IN_TEMPLATE, IN_CONFIG_MAP, LFS, ACTION_IN_COMMENT})
  void aNewTextFailsThePatchAndOneThatStandsDoesNot(String text) {
    repository.branch();
    Run run = repository.write("x/np.yaml", text).gate("--format", "json");
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"subject\": \"Cluster\", \"direction\": \"-\", \"verdict\": \"any\"")
        .contains("\"cause\": \"unreadable\"", "{\"path\": \"x/np.yaml\"")
        .contains("\"verdict\": {" + covered(2, 1), "\"allow\": {" + covered(1, 0))
        .contains("\"deny\": {" + covered(1, 0), "\"policy\": {\"covered\": 1");
    run = Run.in(folder, "coverage", ".", "--platform", "gke", "--minimum", "deny=90");
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("minimum: deny 50.0 % (1/2)");
    run = Run.in(folder, "coverage", ".", "--base", "HEAD");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("note: 1 text of target gke could not be read", "x/np.yaml:");
  }

  @Test
  void aQuotedPlaceholderAndAnotherEncodingAreNotReadEither() throws IOException {
    repository.branch();
    assertThat(repository.write("np.yaml", QUOTED).gate().code()).isEqualTo(1);
    Files.write(folder.resolve("np.yaml"), TEMPLATE.getBytes(StandardCharsets.UTF_16));
    assertThat(repository.gate().code()).isEqualTo(1);
    Files.write(folder.resolve("np.yaml"), "kind: X".getBytes(StandardCharsets.UTF_16));
    assertThat(repository.gate().code()).isZero();
  }

  @Test
  void anUnchangedTextPassesWhereverItMoves() {
    repository.write("chart/np.yaml", TEMPLATE).write("t.yaml", IN_TEMPLATE).branch();
    repository.write("ns.yaml", Written.namespace("other"));
    assertThat(repository.gate().code()).isZero();
    repository.git("mv", "chart", "charts");
    assertThat(repository.gate().code()).as(repository.gate().out()).isZero();
    repository.git("mv", "charts", "chart");
    Run run = repository.write("chart/np.yaml", TEMPLATE + "spec: {}\n").gate();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("pass  project", "FAIL  patch: 0.0 % (0/1)");
    repository.git("rm", "--quiet", "-r", "-f", "chart");
    assertThat(repository.gate().code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: ConfigMap\nname: {{ .x }}\n",
        "kind: Service\n  # allowed by NetworkPolicy web\nmetadata: {name: {{ .x }}}\n",
        "kind: CiliumNetworkPolicyList\nname: {{ .x }}\n",
        "# a NetworkPolicy {{ is }} told of here\nkind: ConfigMap\napiVersion: v1\n",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: x}
        spec: {names: {kind: NetworkPolicy}}
        """,
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        patches: [{target: {kind: NetworkPolicy, name: none}, patch: '[]'}]
        """
      })
  void otherTextsAreNoPoints(String text) {
    repository.branch();
    Run run = repository.write("x/kustomization.yaml", text).gate();
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).doesNotContain("may hold policies");
  }

  @Test
  void manyTemplatesTakeOneLine() {
    IntStream.range(0, 300)
        .forEach(i -> repository.write("chart/" + i + ".yaml", TEMPLATE + "# " + i + "\n"));
    repository.branch().write("ns.yaml", Written.namespace("other"));
    Run run = repository.gate();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("note: 300 texts of target gke could not be read");
    assertThat(run.out().lines().filter(line -> line.contains("chart/"))).hasSizeLessThan(12);
    run = Run.in(folder, "coverage", ".");
    assertThat(run.out()).contains("2/302");
    assertThat(run.out().lines()).hasSizeLessThan(70);
  }
}
