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
import org.junit.jupiter.params.provider.ValueSource;

/// An annotation that keeps an object from the cluster takes its log away too.
final class NotAppliedGateTest {
  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: api
        namespace: shop
        annotations:
          policy.network.gke.io/enable-logging: "true"
          other: x
      spec:
        podSelector: {}
        ingress: [{ports: [{port: 80}]}]
      """;

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void inARepository() {
    repository =
        Repository.in(folder)
            .write(
                "logging.yaml",
                Written.DELEGATED + Written.namespace("shop", Written.DENY_KEY, "'true'"))
            .write("np.yaml", POLICY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config.kubernetes.io/local-config: \"true\" | 1",
        "config.kubernetes.io/local-config: \"\" | 1",
        "config.kubernetes.io/local-config: \"false\" | 0",
        "argocd.argoproj.io/hook: Skip | 1",
        "argocd.argoproj.io/hook: PreSync | 0",
        "helm.sh/hook: test | 1",
        "argocd.argoproj.io/hook: \"PreSync, PostSync\" | 0",
        "argocd.argoproj.io/hook: SyncFail | 1",
        "argocd.argoproj.io/hook: \"PreSync, PostDelete\" | 1",
        "argocd.argoproj.io/hook: Sync, argocd.argoproj.io/hook-delete-policy: HookSucceeded | 1",
        "argocd.argoproj.io/hook-delete-policy: HookSucceeded | 0",
        "helm.sh/hook: \"test, post-install\" | 1",
        "helm.sh/hook: pre-delete | 1",
        "helm.sh/resource-policy: keep | 0",
        "configmanagement.gke.io/cluster-selector: none | 1",
        "configmanagement.gke.io/namespace-selector: none | 1",
        "configsync.gke.io/cluster-name-selector: other | 1",
        "configmanagement.gke.io/managed: disabled | 1",
        "configmanagement.gke.io/managed: enabled | 0",
      })
  void anObjectThatANewAnnotationKeepsFromTheClusterIsUnreadable(String annotation, int code) {
    repository.branch();
    repository.write("np.yaml", POLICY.replace("other: x", annotation.replace(", a", "\n    a")));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(run.out().contains("\"reason\": \"not-applied\"")).isEqualTo(code == 1);
  }

  @Test
  void aBarePolicyThatIsKeptFromTheClusterGovernsNothing() {
    String bare = POLICY.replace("\"true\"", "\"false\"");
    repository.write("web.yaml", Written.deployment("shop/web", "{app: web}"));
    repository.write("np.yaml", bare).branch();
    repository.write("np.yaml", bare.replace("other: x", "config.kubernetes.io/local-config: 'y'"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("no policy governs any more: shop/Deployment/web:ingress");
  }

  @ParameterizedTest
  @CsvSource("config.kubernetes.io/local-config")
  void oneThatWasKeptBeforeIsAsItWas(String key) {
    String kept = POLICY.replace("other: x", key + ": \"true\"");
    repository.write("np.yaml", kept).branch();
    repository.write("np.yaml", kept + "# changed\n");
    assertThat(repository.gate().code()).isZero();
  }

  private static final String OWNED =
      "  ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: gone, uid: a}]\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helm.sh/hook: pre-install",
        "argocd.argoproj.io/hook: SyncFail",
        "configmanagement.gke.io/cluster-selector: eu",
      })
  void aHookOrSelectorThatStaysKeepsItsPoints(String annotation) {
    String hook = POLICY.replace("other: x", annotation);
    repository.write("np.yaml", hook).branch();
    repository.write("np.yaml", hook + "# changed\n");
    assertThat(repository.gate().code()).isZero();
    repository.write("np.yaml", hook.replace("\"true\"", "\"false\""));
    assertThat(repository.gate().code()).isEqualTo(1);
  }

  @Test
  void whatGainsAnOwnerMayBeDeletedWithIt() {
    repository.branch();
    repository.write("np.yaml", POLICY.replace("  name: api\n", "  name: api\n" + OWNED));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("\"reason\": \"not-applied\"");
  }

  @Test
  void whatKeepsItsOwnerIsAsItWas() {
    String owned = POLICY.replace("  name: api\n", "  name: api\n" + OWNED);
    repository.write("np.yaml", owned).branch();
    repository.write("np.yaml", owned + "# changed\n");
    assertThat(repository.gate().code()).isZero();
  }

  @Test
  void aWorkloadMayGainAnOwner() {
    String web = Written.deployment("shop/web", "{app: web}");
    repository.write("web.yaml", web).branch();
    repository.write("web.yaml", web.replace("metadata: {", "metadata: {" + OWNED.strip() + ", "));
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private static final String FLUX =
      """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: app, namespace: flux-system}
      spec:
        path: ./app
      """;

  private Run coverage() {
    return Run.in(folder, "coverage", ".", "--platform", "gke", "--format", "json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config.kubernetes.io/local-config: \"true\"",
        "argocd.argoproj.io/hook: Skip",
        "kustomize.toolkit.fluxcd.io/reconcile: disabled",
        "kustomize.toolkit.fluxcd.io/ssa: Ignore",
      })
  void oneThatIsNotAppliedGivesNoPoint(String annotation) {
    assertThat(coverage().out()).contains("NetworkPolicy/shop/api");
    repository.write("np.yaml", POLICY.replace("other: x", annotation));
    Run run = coverage();
    assertThat(run.out()).contains("\"points\": []");
    assertThat(run.err() + run.out())
        .contains("not applied to the cluster, so without points: NetworkPolicy/shop/api");
  }

  @Test
  void aNamespaceThatIsNotAppliedDecidesNothing() {
    repository.write(
        "logging.yaml",
        Written.DELEGATED
            + Written.object(
                "Namespace",
                "shop",
                "annotations: {"
                    + Written.DENY_KEY
                    + ": 'true', config.kubernetes.io/local-config: 'true'}",
                ""));
    assertThat(coverage().out()).contains("\"unknown\", \"cause\": \"namespace-unknown\"");
  }

  @Test
  void aCopyThatIsNotAppliedContradictsNothing() {
    repository.write(
        "patch.yaml", POLICY.replace("other: x", "config.kubernetes.io/local-config: 'true'"));
    Run run = coverage();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("NetworkPolicy/shop/api");
  }

  @Test
  void oneThatIsAppliedAgainIsNew() {
    repository
        .write("np.yaml", POLICY.replace("other: x", "argocd.argoproj.io/hook: Skip"))
        .branch();
    repository.write("np.yaml", POLICY);
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("\"patch\": \"2/2\"");
  }

  @Test
  void whatASuspendedKustomizationOfFluxBuildsIsNotApplied() throws IOException {
    Files.delete(folder.resolve("np.yaml"));
    repository.write("app/np.yaml", POLICY).write("flux.yaml", FLUX).branch();
    repository.write("flux.yaml", FLUX + "  suspend: true\n");
    assertThat(coverage().out()).contains("\"points\": []");
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("{\"path\": \"flux.yaml\", \"line\": 1, \"reason\": \"not-applied\"}");
    repository.write(
        "flux.yaml", FLUX + "  suspend: true\n---\n" + FLUX.replace("name: app", "name: other"));
    assertThat(repository.gate().code()).isZero();
  }

  @Test
  void whatIsSuspendedOnBothSidesIsAsItWas() throws IOException {
    Files.delete(folder.resolve("np.yaml"));
    String off = FLUX + "  suspend: true\n";
    repository.write("app/np.yaml", POLICY).write("flux.yaml", off).branch();
    repository.write("app/np.yaml", POLICY.replace("\"true\"", "\"false\""));
    assertThat(repository.gate().code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enforce | mustnothave | kind: NetworkPolicy, metadata: {name: api, namespace: shop} | 1",
        "enforce | mustnothave | kind: NetworkPolicy | 1",
        "enforce | mustnothave | kind: NetworkPolicy, metadata: {name: other} | 0",
        "inform | mustnothave | kind: NetworkPolicy, metadata: {name: api, namespace: shop} | 0",
      })
  void pointsOfWhatAPolicyRemovesAreUnknown(
      String action, String compliance, String object, int code) {
    repository.branch();
    repository.write(
        "acm.yaml",
        """
        apiVersion: policy.open-cluster-management.io/v1
        kind: Policy
        metadata: {name: no, namespace: policies}
        spec:
          remediationAction: ACTION
          policy-templates:
            - objectDefinition:
                apiVersion: policy.open-cluster-management.io/v1
                kind: ConfigurationPolicy
                metadata: {name: no}
                spec:
                  remediationAction: inform
                  object-templates:
                    - {complianceType: COMPLIANCE, objectDefinition: {apiVersion: networking.k8s.io/v1, OBJECT}}
        """
            .replace("ACTION", action)
            .replace("COMPLIANCE", compliance)
            .replace("OBJECT", object));
    assertThat(coverage().out().contains("\"unknown\", \"cause\": \"transformed\""))
        .isEqualTo(code == 1);
    Run run = repository.gate();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
  }

  @Test
  void whatArgoCdSkipsIsNotApplied() throws IOException {
    Files.delete(folder.resolve("np.yaml"));
    String argo =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: app, annotations: {a: b}}
        spec: {source: {path: app}}
        """;
    repository.write("app/np.yaml", POLICY).write("argo.yaml", argo).branch();
    repository.write(
        "argo.yaml", argo.replace("a: b", "argocd.argoproj.io/skip-reconcile: 'true'"));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("{\"path\": \"argo.yaml\", \"line\": 1");
  }
}
