package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lint --context`: everything is read, only the named files are reported on.
final class LintContextTest {
  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: %s, namespace: shop}
      spec: {podSelector: {}, ingress: [{}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void aDefectInAFolder() {
    Run.file(folder, "clusters/bad.yaml", Run.DEFECT);
    Run.file(folder, "clusters/good.yaml", Run.NAMESPACE.replace("payments", "shop"));
  }

  @Test
  void onlyNamedFilesAreReportedOn() {
    Run clean = Run.in(folder, "lint", "--context", ".", "--format=concise", "clusters/good.yaml");
    assertThat(clean.code()).isZero();
    assertThat(clean.out()).doesNotContain("ovn-unknown-severity");
    Run bad = Run.in(folder, "lint", "--context", ".", "--format=concise", "./clusters/bad.yaml");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out()).contains("clusters/bad.yaml:");
    assertThat(Run.in(folder, "lint", "--context", ".", "clusters").code()).isEqualTo(1);
    assertThat(Run.in(folder, "lint", "--context", ".").code()).isEqualTo(1);
    // An ignored file is not in the folder's files, though its name is given.
    Run.file(folder, ".netlogignore", "bad.yaml\n");
    assertThat(Run.in(folder, "lint", "--context", ".", "clusters/bad.yaml").code()).isZero();
  }

  @Test
  void theOtherFilesAreEvidence() {
    Run.file(folder, "clusters/logging.yaml", GKE);
    Run.file(folder, "clusters/web.yaml", POLICY.formatted("web"));
    String[] alone = {"lint", "--fail-on=info", "--format=concise", "clusters/web.yaml"};
    assertThat(Run.in(folder, alone).out()).doesNotContain("unlogged");
    Run seen =
        Run.in(
            folder,
            "lint",
            "--fail-on=info",
            "--format=concise",
            "--context=.",
            "clusters/web.yaml");
    assertThat(seen.out()).contains("unlogged").doesNotContain("ovn-unknown-severity");
    assertThat(seen.code()).isEqualTo(1);
  }

  /// The findings of a namespace are one, at its first policy.
  @Test
  void aFindingThatIsFoldedIntoOneOfAnotherFileIsReported() {
    Run.file(folder, "clusters/logging.yaml", GKE);
    Run.file(folder, "clusters/a.yaml", POLICY.formatted("a"));
    Run.file(folder, "clusters/b.yaml", POLICY.formatted("b"));
    Run both =
        Run.in(folder, "lint", "--fail-on=info", "--format=json", "--context=.", "clusters/b.yaml");
    assertThat(both.out()).contains("\"path\": \"clusters/a.yaml\"").contains("unlogged");
    assertThat(both.code()).isEqualTo(1);
  }

  @Test
  void whatWasNotUnderstoodElsewhereDoesNotFailAStrictRun() {
    Run.file(folder, "clusters/chart.yaml", "apiVersion: v1\nkind: {{ .Values.kind }}\n");
    String[] good = {"lint", "--strict", "--context=.", "clusters/good.yaml"};
    assertThat(Run.in(folder, good).code()).isZero();
    String[] chart = {"lint", "--strict", "--context=.", "clusters/chart.yaml"};
    assertThat(Run.in(folder, chart).code()).isEqualTo(3);
  }

  @Test
  void aPathThatIsNotReadIsRefused() {
    for (String path : new String[] {"clusters/bad.yaml", "other", "clusters/gone.yaml"}) {
      Run.file(folder, "other/x.yaml", Run.NAMESPACE);
      Run run = Run.in(folder, "lint", "--context=other", path.equals("other") ? "no" : path);
      assertThat(run.code()).as(path).isEqualTo(2);
      assertThat(run.err()).contains("--context");
    }
  }

  private static final String GKE =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata: {name: default}
      spec: {cluster: {allow: {log: true, delegate: true}, deny: {log: true, delegate: true}}}
      """;
}
