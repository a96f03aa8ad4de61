package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gate on a change, as a pull request meets it.
final class CoverageGateTest {
  private static final String LOGGING =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata:
        name: default
      spec:
        cluster:
          allow: {log: true, delegate: true}
          deny: {log: true, delegate: true}
      """;

  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: payments
        annotations:
          owner: team-a
          policy.network.gke.io/enable-deny-logging: "true"
      """;

  @TempDir Path folder;

  private Repository repository;

  private static String policy(String name, String app, String annotations) {
    return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: %s
          namespace: payments
          annotations: {%s}
        spec:
          podSelector: {matchLabels: {app: %s}}
          ingress:
            - from: [{podSelector: {}}]
              ports: [{port: 8080}]
        """
        .formatted(name, annotations, app);
  }

  private static String workload(String name) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: payments}
        spec:
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec: {containers: [{name: main, image: "example.org/%1$s:1"}]}
        """
        .formatted(name);
  }

  private static final String LOGGED = "policy.network.gke.io/enable-logging: \"true\"";

  @BeforeEach
  void aRepositoryWithLoggedPoliciesAndABareOne() {
    repository =
        Repository.in(folder)
            .write("cluster/logging.yaml", LOGGING)
            .write("cluster/payments/namespace.yaml", NAMESPACE)
            .write("cluster/payments/api.yaml", workload("api") + "---\n" + workload("web"))
            .write("cluster/payments/np-api.yaml", policy("api", "api", LOGGED))
            .write("cluster/payments/np-web.yaml", policy("web", "web", LOGGED))
            .write("cluster/payments/np-old.yaml", policy("old", "web", ""))
            .branch();
  }

  @Test
  void aChangeOfNothingPasses() {
    Run run = repository.gate();
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void deletingOneLineOfANamespaceNamesEveryPolicyThatLosesItsRecordAndTheOldLine() {
    repository.write(
        "cluster/payments/namespace.yaml",
        NAMESPACE.replace("    policy.network.gke.io/enable-deny-logging: \"true\"\n", ""));
    Run run = repository.gate();
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("payments/Deployment/api")
        .contains("payments/Deployment/web")
        .contains("cluster/payments/namespace.yaml:7:")
        .contains("FAIL");
    Run json = repository.gate("--format", "json");
    assertThat(json.out())
        .contains("payments/Deployment/api|ingress|deny|default-deny")
        .contains("payments/Deployment/web|ingress|deny|default-deny");
  }

  @Test
  void aWorkloadThatIsKnownByItsImagesAloneIsMissedByItsPoliciesInEveryReport() {
    String moved =
        workload("far")
            .replace("namespace: payments", "namespace: other")
            .replace("example.org/far:1", "example.org/api:2");
    repository.write("cluster/payments/api.yaml", moved + "---\n" + workload("web"));
    String was = "other/Deployment/far:ingress (it was payments/Deployment/api";
    for (String format : List.of("text", "markdown", "html", "junit", "github")) {
      Run run = repository.gate("--governance", "--format", format);
      assertThat(run.code()).as(run.err()).isEqualTo(1);
      assertThat(run.out()).as(format).contains(was);
    }
    Run json = repository.gate("--governance", "--format", "json");
    assertThat(json.out().replaceAll("\\s+", ""))
        .contains("\"governance_lost\":[\"other/Deployment/far:ingress\"]");
  }

  @Test
  void deletingAnUnloggedPolicyPasses() throws IOException {
    Files.delete(folder.resolve("cluster/payments/np-old.yaml"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @Test
  void deletingALoggedPolicyPasses() throws IOException {
    Files.delete(folder.resolve("cluster/payments/np-api.yaml"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @Test
  void deletingTheLoggedTwinOfABarePolicyFailsByTheBareOne() throws IOException {
    Files.delete(folder.resolve("cluster/payments/np-web.yaml"));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("payments/Deployment/web|ingress|allow|NetworkPolicy/payments/old");
  }

  @Test
  void aNewPolicyWithoutTheAnnotationFailsThePatch() {
    repository.write(
        "cluster/payments/np-new.yaml", policy("new", "api", "").replace("8080", "9090"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("NetworkPolicy/payments/new");
    assertThat(repository.gate("--informational").code()).isZero();
    Run loose = repository.gate("--patch", "0", "--project-threshold", "100", "--regressions", "1");
    assertThat(loose.code()).as(loose.out()).isZero();
  }

  @Test
  void aNewPolicyWithTheAnnotationPasses() {
    repository.write("cluster/payments/np-new.yaml", policy("new", "api", LOGGED));
    assertThat(repository.gate().code()).isZero();
  }

  @Test
  void movingAndRenamingFilesPasses() throws IOException {
    Files.move(folder.resolve("cluster"), folder.resolve("prod"));
    Files.move(folder.resolve("prod/payments/np-api.yaml"), folder.resolve("prod/one.yaml"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @Test
  void breakingAFileDoesNotHideItsPolicies() {
    repository.write("cluster/payments/np-api.yaml", "a: b: c\n");
    assertThat(repository.gate().code()).isEqualTo(1);
  }

  @Test
  void aTemplateInTheFileExcusesNoBreakingOfIt() {
    String template =
        "apiVersion: v1\nkind: Template\nobjects: [{apiVersion: v1, kind: Namespace}]\n";
    repository.write("cluster/project.yaml", template).commit();
    repository.git("branch", "--force", "main");
    assertThat(repository.gate().out()).contains("cluster/project.yaml:3 template");
    repository.write("cluster/project.yaml", template + "a: b: c\n");
    assertThat(repository.gate().code()).isEqualTo(1);
  }

  @Test
  void aBrokenFileThatWasBrokenBeforeFailsNothing() {
    repository.write("cluster/broken.yaml", "a: b: c\n").commit();
    repository.git("branch", "--force", "main");
    assertThat(repository.gate().code()).isZero();
  }

  @Test
  void aWorkloadThatChangesItsKindIsRenamed() {
    repository.write(
        "cluster/payments/api.yaml",
        workload("api").replace("Deployment", "StatefulSet") + "---\n" + workload("web"));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("payments/Deployment/api -> payments/StatefulSet/api");
  }

  @Test
  void twoObjectsOfOneNameAreRefusedWithBothPlaces() {
    repository.write("cluster/copy.yaml", policy("api", "api", ""));
    Run run = repository.gate();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("cluster/payments/np-api.yaml:4:9: NetworkPolicy payments/api is also at")
        .contains("cluster/copy.yaml:4:9");
  }

  @Test
  void aBaseThatContradictsItselfDoesNotKeepAnyoneFromMendingIt() throws IOException {
    repository.write("cluster/copy.yaml", policy("api", "api", "")).commit();
    repository.git("branch", "--force", "main");
    Files.delete(folder.resolve("cluster/copy.yaml"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("left out of the base");
  }

  @Test
  void whatNoClusterTakesIsListedWithItsPlace() {
    String text =
        policy("odd", "api", LOGGED).replace("[{port: 8080}]", "[{port: 8080, endPort: 80}]");
    repository.write("cluster/odd.yaml", text);
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).isNotEqualTo(2);
    assertThat(run.out())
        .contains(
            "{\"object\": \"NetworkPolicy/payments/odd\", \"path\": \"cluster/odd.yaml\", \"line\": 11,"
                + " \"message\": \"endPort 80 is below port 8080; swap them, or leave endPort out\"}");
  }

  @Test
  void anUnknownBaseIsAUsageError() {
    Run run = Run.in(folder, "coverage", ".", "--base", "mian");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line()).contains("\"mian\"").contains("main");
  }

  @Test
  void theSettingsOfTheBaseCannotBeSwitchedOffByTheChange() {
    repository.write(
        ".netlog.yaml", "coverage: {patch: 0, regressions: 99, project: {threshold: 100}}\n");
    repository.write("cluster/payments/np-new.yaml", policy("new", "api", "").replace("8080", "9"));
    assertThat(repository.gate("--platform", "gke").code()).isZero();
    assertThat(repository.gate("--platform", "gke", "--config-from", "base").code()).isEqualTo(1);
  }

  @Test
  void aFolderCanBeTheBase() throws IOException {
    Run.file(
        folder,
        "before/all.yaml",
        LOGGING
            + "---\n"
            + NAMESPACE
            + "---\n"
            + workload("api")
            + "---\n"
            + policy("api", "api", LOGGED));
    Run.file(
        folder,
        "after/all.yaml",
        LOGGING
            + "---\n"
            + NAMESPACE
            + "---\n"
            + workload("api")
            + "---\n"
            + policy("api", "api", ""));
    Run run = Run.in(folder, "coverage", "after", "--base-path", "before");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("before/all.yaml:");
  }
}
