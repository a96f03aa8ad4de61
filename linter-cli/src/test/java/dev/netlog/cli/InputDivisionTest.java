package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several clusters side by side: rules that compare objects see those of one cluster at a time.
final class InputDivisionTest {
  private static final String LOGGED =
      Run.NAMESPACE
          + "  annotations: {k8s.ovn.org/acl-logging: '{\"deny\": \"info\", \"allow\": \"info\"}'}\n";
  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web, namespace: payments}
      spec: {podSelector: {}}
      """;
  private static final String RULE = "warning[ovn-unlogged-namespace]";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void resolveLinks() throws IOException {
    folder = temporary.toRealPath();
  }

  private void file(String name, String text) {
    Run.file(folder, name, text);
  }

  /// The files with a finding of the rule.
  private List<String> unlogged(String... more) {
    return concise(more)
        .lines()
        .filter(line -> line.contains(RULE))
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  private String concise(String... more) {
    String[] words =
        Stream.concat(Stream.of("lint", "--format", "concise"), Arrays.stream(more))
            .toArray(String[]::new);
    Run run = Run.in(folder, words);
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private void twoClusters() {
    file("clusters/prod/namespace.yaml", LOGGED);
    file("clusters/prod/policy.yaml", POLICY);
    file("clusters/stage/namespace.yaml", Run.NAMESPACE);
    file("clusters/stage/policy.yaml", POLICY);
  }

  @Test
  void theBareCopyInAnotherClusterIsFound() {
    twoClusters();
    assertThat(unlogged(".")).containsExactly("clusters/stage/namespace.yaml");
  }

  @Test
  void theSummarySaysHowTheInputWasDivided() {
    twoClusters();
    file("clusters/test/other.yaml", Run.NAMESPACE.replace("payments", "other"));
    assertThat(concise("."))
        .contains("judged apart, in 3 groups: clusters/prod, clusters/stage, clusters/test\n");
    assertThat(Run.in(folder, "lint", "--format", "json").out())
        .contains(
            "\"path\": \"clusters/stage\"", "\"target\": null", "\"files\": 2", "\"relevant\": 2");
  }

  @Test
  void withoutAnIdentityInTwoFoldersAllIsOneInput() {
    file("namespaces/a.yaml", Run.NAMESPACE);
    file("policies/a.yaml", POLICY);
    assertThat(unlogged(".", "--platform", "ovn")).containsExactly("namespaces/a.yaml");
    assertThat(concise(".")).doesNotContain("judged apart");
  }

  @Test
  void copiesThatAreEqualAreTwoClustersToo() {
    for (String cluster : List.of("a", "b")) {
      file(cluster + "/namespace.yaml", Run.NAMESPACE);
      file(cluster + "/policy.yaml", POLICY);
    }
    assertThat(unlogged(".", "--platform", "ovn"))
        .containsExactly("a/namespace.yaml", "b/namespace.yaml");
  }

  @Test
  void anObjectInAnotherVersionIsTheSameOne() {
    file("a/namespace.yaml", Run.NAMESPACE);
    file("a/policy.yaml", POLICY);
    file("b/policy.yaml", POLICY.replace("/v1", "/v1beta1"));
    assertThat(concise(".")).contains("judged apart, in 2 groups: a, b\n");
  }

  @Test
  void whatLiesDirectlyInADividedFolderBelongsToEachGroup() {
    file("clusters/namespace.yaml", Run.NAMESPACE);
    file("clusters/prod/policy.yaml", POLICY);
    file("clusters/prod/other.yaml", POLICY.replace("web", "prod"));
    file("clusters/stage/policy.yaml", POLICY);
    assertThat(unlogged(".", "--platform", "ovn")).containsExactly("clusters/namespace.yaml");
    String json = Run.in(folder, "lint", "--platform", "ovn", "--format", "json").out();
    for (String policy : List.of("prod/policy", "prod/other", "stage/policy")) {
      assertThat(json.substring(json.indexOf("\"related\""), json.indexOf("\"fingerprint\"")))
          .contains("clusters/" + policy + ".yaml");
    }
  }

  @Test
  void aBaseIsReadWithEachKustomizationThatNamesIt() {
    file("base/kustomization.yaml", "resources: [policy.yaml]\n");
    file("base/policy.yaml", POLICY);
    file("overlays/prod/kustomization.yaml", "resources: [../../base, namespace.yaml]\n");
    file("overlays/prod/namespace.yaml", LOGGED);
    file(
        "overlays/stage/kustomization.yml",
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        bases: [../../base]
        resources:
        - namespace.yaml
        - https://example.org/a.yaml
        """);
    file("overlays/stage/namespace.yaml", Run.NAMESPACE);
    assertThat(unlogged(".")).containsExactly("overlays/stage/namespace.yaml");
    assertThat(concise(".")).contains("in 2 groups: overlays/prod, overlays/stage\n");
  }

  @Test
  void aBaseOfABaseIsReadToo() {
    file("base/kustomization.yaml", "resources: [policy.yaml]\n");
    file("base/policy.yaml", POLICY);
    file("common/kustomization.yaml", "resources: [../base]\n");
    file("prod/kustomization.yaml", "components: [../common]\n");
    file("prod/namespace.yaml", LOGGED);
    file("stage/kustomization.yaml", "resources: [../common, ../base/policy.yaml]\n");
    file("stage/namespace.yaml", Run.NAMESPACE);
    assertThat(unlogged(".")).containsExactly("stage/namespace.yaml");
  }

  @Test
  void aKustomizationAroundTheGroupsDoesNotJoinThem() {
    twoClusters();
    file("clusters/kustomization.yaml", "resources: [prod, stage]\n");
    assertThat(unlogged(".")).containsExactly("clusters/stage/namespace.yaml");
  }

  @Test
  void kustomizationsThatNameEachOtherLoseNothing() {
    file("a/kustomization.yaml", "resources: [../b]\n");
    file("a/namespace.yaml", Run.NAMESPACE);
    file("a/policy.yaml", POLICY);
    file("b/kustomization.yaml", "resources: [../a]\n");
    file("b/namespace.yaml", Run.NAMESPACE);
    file("b/defect.yaml", Run.DEFECT.replace("payments", "other"));
    assertThat(concise(".")).contains("b/defect.yaml:6:");
  }

  @Test
  void twoOfOneIdentityInOneFolderDivideNothingAndAreSkipped() {
    file("cluster/namespace.yaml", Run.NAMESPACE);
    file("cluster/again/one.yaml", POLICY);
    file("cluster/again/two.yaml", POLICY + "# the same name\n");
    file("cluster/again/three.yaml", POLICY.replace("{}", "{matchLabels: {a: b}}"));
    assertThat(unlogged(".", "--platform", "ovn")).isEmpty();
    assertThat(concise(".")).doesNotContain("judged apart");
  }

  @Test
  void pathsAndFilesOfSeveralClustersAreDividedToo() {
    twoClusters();
    assertThat(unlogged("clusters/prod", "clusters/stage"))
        .containsExactly("clusters/stage/namespace.yaml");
    assertThat(
            unlogged(
                "clusters/stage/namespace.yaml",
                "clusters/prod/namespace.yaml",
                "clusters/prod/policy.yaml",
                "clusters/stage/policy.yaml"))
        .containsExactly("clusters/stage/namespace.yaml");
  }

  @Test
  void aFindingInSeveralGroupsIsSaidOnce() {
    file("clusters/namespace.yaml", Run.DEFECT);
    file("clusters/prod/policy.yaml", POLICY);
    file("clusters/stage/policy.yaml", POLICY);
    assertThat(concise(".").lines().filter(line -> line.contains("ovn-unknown-severity")))
        .hasSize(1);
  }

  @Test
  void thatTheWholeIsCompleteDoesNotMakeAPartSo() {
    file("clusters/namespace.yaml", LOGGED);
    file("clusters/prod/policy.yaml", POLICY);
    file("clusters/prod/config.yaml", Run.NAMESPACE.replace("payments", "other"));
    file("clusters/stage/config.yaml", Run.NAMESPACE.replace("payments", "other"));
    assertThat(concise(".", "--assume", "input=complete"))
        .doesNotContain("ovn-annotation-without-policy");
    file("clusters/prod/policy.yaml", Run.NAMESPACE.replace("payments", "third"));
    assertThat(concise(".", "--assume", "input=complete"))
        .contains("ovn-annotation-without-policy");
  }

  @Test
  void thePlatformOfOneClusterIsThatOfItsNeighbours() {
    twoClusters();
    file("clusters/stage/namespace.yaml", Run.NAMESPACE);
    assertThat(concise("clusters/stage")).contains("no platform is in use");
    assertThat(concise(".")).doesNotContain("no platform is in use");
  }

  /// Or else a folder of many files above many folders would take their product of time.
  @Test
  void aFolderWhoseFilesWouldBeJudgedTooOftenIsLeftWhole() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      many.append("---\n").append(Run.NAMESPACE.replace("payments", "n" + i));
    }
    file("many/all.yaml", many.toString());
    for (int i = 0; i < 250; i++) {
      file("many/" + i + "/policy.yaml", POLICY);
    }
    file("few/a/namespace.yaml", LOGGED);
    file("few/b/namespace.yaml", Run.NAMESPACE);
    assertThat(concise(".")).contains("judged apart, in 3 groups: few/a, few/b, many\n");
  }
}
