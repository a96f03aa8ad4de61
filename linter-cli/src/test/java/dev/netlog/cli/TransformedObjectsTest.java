package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Points of objects that a kustomization changes are unknown, without a base and on both sides.
final class TransformedObjectsTest {
  private static final String POLICY =
      Written.loggedPolicy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String NAMESPACE = Written.namespace("shop", Written.DENY_KEY, "'true'");
  private static final String WEB = Written.deployment("shop/web", "{app: web}");
  private static final String KUSTOMIZATION = "resources: [all.yaml, np.yaml, web.yaml]\n";
  private static final String ALLOW = "shop/Deployment/web|ingress|allow|NetworkPolicy/shop/p";
  private static final String DENY = "shop/Deployment/web|ingress|deny|default-deny";

  private static final String PATCH =
      "patches: [{target: {kind: NetworkPolicy}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n";
  private static final String NODE =
      "patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/template/spec/hostNetwork, value: true}]'}]\n";

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void aFolderWithOnePolicy() {
    repository =
        Repository.in(folder)
            .write("app/all.yaml", Written.DELEGATED + NAMESPACE)
            .write("app/np.yaml", POLICY)
            .write("app/web.yaml", WEB);
  }

  private Run coverage(String... more) {
    List<String> words = new ArrayList<>(List.of("coverage", ".", "--platform", "gke"));
    words.addAll(List.of("--format", "json"));
    words.addAll(List.of(more));
    return Run.in(folder, words.toArray(String[]::new));
  }

  private static String stateOf(Run run, String key) {
    String[] parts = key.split("\\|", -1);
    String wanted =
        "\"subject\": \""
            + parts[0]
            + "\", \"direction\": \""
            + parts[1]
            + "\", \"verdict\": \""
            + parts[2]
            + "\"";
    return run.out()
        .lines()
        .filter(line -> line.contains(wanted) && line.contains(parts[3]))
        .map(line -> line.replaceFirst(".*\"state\": \"(\\S+)\", \"cause\": \"(\\S+)\".*", "$1 $2"))
        .findFirst()
        .orElse("none: " + run.out() + run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "namespace: shop | covered annotated | covered annotated",
        "commonLabels: {a: b} | covered annotated | covered annotated",
        "labels: [{pairs: {a: b}, fields: [{path: spec/podSelector}]}]"
            + " | unknown transformed | unknown transformed",
        "labels: [{pairs: {a: '${B}'}, includeSelectors: true}]"
            + " | unknown transformed | unknown transformed",
        "labels: [{pairs: {a: b}, includeTemplates: true}] | covered annotated | covered annotated",
        "commonAnnotations: {team: a} | covered annotated | covered annotated",
        "commonAnnotations: {policy.network.gke.io/enable-deny-logging: 'false'}"
            + " | covered annotated | missed not-annotated",
        "commonAnnotations: {policy.network.gke.io/enable-logging: 'false'}"
            + " | missed not-annotated | covered annotated",
        "images: [{name: web, newTag: v2}] | covered annotated | covered annotated",
        "patches: [{target: {kind: Service}, patch: '[{op: remove, path: /metadata/annotations}]'}]"
            + " | covered annotated | covered annotated",
        "patches: [{target: {kind: NetworkPolicy}, patch: '[{op: remove, path: /metadata/annotations}]'}]"
            + " | unknown transformed | unknown transformed",
        "patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/template/spec/hostNetwork, value: true}]'}]"
            + " | unknown transformed | unknown transformed",
        "patches: [{target: {kind: Namespace}, patch: '[{op: remove, path: /metadata/annotations}]'}]"
            + " | covered annotated | unknown transformed",
        "patches: [{target: {kind: NetworkLogging}, patch: '[{op: remove, path: /spec}]'}]"
            + " | unknown transformed | unknown transformed",
      })
  void pointsThatAKustomizationMayChangeAreUnknown(String members, String allow, String deny) {
    repository.write("app/kustomization.yaml", KUSTOMIZATION + members + "\n");
    Run run = coverage();
    assertThat(stateOf(run, ALLOW)).isEqualTo(allow);
    assertThat(stateOf(run, DENY)).isEqualTo(deny);
    assertThat(run.code()).isZero();
    if (deny.contains("transformed")) {
      assertThat(run.out())
          .contains(
              "{\"path\": \"app/kustomization.yaml\", \"line\": 2, \"reason\": \"transformed\"}");
    }
  }

  @Test
  void exactChangesAreMerged() {
    repository.write("app/kustomization.yaml", KUSTOMIZATION + "namespace: other\n");
    assertThat(stateOf(coverage(), ALLOW.replace("shop/", "other/")))
        .isEqualTo("covered annotated");
    assertThat(stateOf(coverage(), DENY.replace("shop/", "other/"))).isEqualTo("covered annotated");
    // A NetworkLogging with another name than "default" is none.
    repository.write("app/kustomization.yaml", KUSTOMIZATION + "namePrefix: x-\n");
    assertThat(stateOf(coverage(), "shop/Deployment/x-web|ingress|allow|NetworkPolicy/shop/x-p"))
        .isEqualTo("unknown networklogging-unknown");
  }

  @Test
  void theOuterKustomizationHasTheLastWord() {
    repository
        .write("app/kustomization.yaml", KUSTOMIZATION + "namespace: inner\n")
        .write("prod/kustomization.yaml", "resources: [../app]\nnamespace: outer\n");
    assertThat(stateOf(coverage(), DENY.replace("shop/", "outer/"))).isEqualTo("covered annotated");
  }

  @Test
  void overlaysWithTwoNamespacesMakeTwoObjects() {
    repository
        .write("app/kustomization.yaml", KUSTOMIZATION)
        .write("prod/kustomization.yaml", "resources: [../app]\nnamespace: prod\n")
        .write("stage/kustomization.yaml", "resources: [../app]\nnamespace: stage\n");
    Run run = coverage();
    for (String namespace : List.of("prod", "stage")) {
      assertThat(stateOf(run, DENY.replace("shop/", namespace + "/")))
          .isEqualTo("covered annotated");
    }
    assertThat(run.out()).doesNotContain("shop/").doesNotContain("transformed");
  }

  @Test
  void aCommonAnnotationThatIsTakenAwayIsALoss() {
    String deny = "commonAnnotations: {policy.network.gke.io/enable-deny-logging: 'true'}\n";
    repository
        .write("app/all.yaml", Written.DELEGATED + Written.namespace("shop"))
        .write("app/kustomization.yaml", KUSTOMIZATION + deny)
        .branch();
    assertThat(stateOf(coverage(), DENY)).isEqualTo("covered annotated");
    Run run = repository.write("app/kustomization.yaml", KUSTOMIZATION).gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("\"regressions\": [\n").contains(DENY);
  }

  @Test
  void anAssumptionDoesNotHoldForATransformedNamespace() {
    repository.write(
        "app/kustomization.yaml",
        KUSTOMIZATION
            + "patches: [{target: {kind: Namespace}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n");
    Run run = coverage("--assume", "namespaces=unannotated");
    assertThat(stateOf(run, DENY)).isEqualTo("unknown transformed");
  }

  @Test
  void aFileThatAnotherBuildDeliversUnchangedCounts() {
    repository
        .write("app/kustomization.yaml", KUSTOMIZATION)
        .write("prod/kustomization.yaml", "resources: [../app]\n")
        .write("stage/kustomization.yaml", "resources: [../app]\n" + PATCH);
    assertThat(stateOf(coverage(), ALLOW)).isEqualTo("covered annotated");
    repository.write("prod/kustomization.yaml", "resources: [../app]\n" + PATCH);
    assertThat(stateOf(coverage(), ALLOW)).isEqualTo("unknown transformed");
  }

  @Test
  void aFileThatNoKustomizationNamesCounts() {
    repository.write("app/kustomization.yaml", "resources: [web.yaml]\n" + NODE);
    Run run = coverage();
    assertThat(stateOf(run, ALLOW)).isEqualTo("unknown transformed");
    repository.write("app/kustomization.yaml", "resources: [service.yaml]\n" + NODE);
    assertThat(stateOf(coverage(), ALLOW)).isEqualTo("covered annotated");
  }

  @Test
  void aFluxKustomizationReachesItsPathOnly() {
    String flux =
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: app, namespace: flux-system}
        spec:
          path: ./app
          commonMetadata: {annotations: {policy.network.gke.io/enable-logging: 'false'}}
        """;
    repository.write("flux.yaml", flux);
    assertThat(stateOf(coverage(), ALLOW)).isEqualTo("unknown transformed");
    repository.write("flux.yaml", flux.replace("./app", "./other"));
    assertThat(stateOf(coverage(), ALLOW)).isEqualTo("covered annotated");
  }

  @Test
  void whatIsTransformedOnBothSidesIsNoLoss() {
    repository.write("app/kustomization.yaml", KUSTOMIZATION + PATCH).branch();
    Run run = repository.write("app/web.yaml", WEB + "# more\n").gate("--governance");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @Test
  void aLogThatIsTakenAwayInATransformedFileIsALoss() {
    repository.write("app/kustomization.yaml", KUSTOMIZATION + PATCH).branch();
    Run run =
        repository
            .write("app/np.yaml", POLICY.replace("'true'", "'false'"))
            .gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("\"regressions\": [\n").contains(ALLOW);
  }

  @Test
  void textNamesWhatChangesTheObject() {
    repository.write("app/kustomization.yaml", KUSTOMIZATION + PATCH);
    Run run = Run.in(folder, "coverage", ".", "--platform", "gke");
    assertThat(run.out()).contains("transformed").contains("app/kustomization.yaml:2");
  }
}
