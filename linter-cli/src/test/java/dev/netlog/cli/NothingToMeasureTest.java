package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gate with nothing to measure passes only where there is nothing.
final class NothingToMeasureTest {
  private static final String CHART =
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: {{ .Values.x }}\n";
  private static final String NAMED =
      "deny: nothing to measure, but not because there is nothing: ";

  @TempDir Path folder;

  private Run gate() {
    return Run.in(folder, "coverage", ".", "--platform", "ovn", "--minimum", "deny=90");
  }

  @Test
  void aTemplateOfAPolicyIsNamed() {
    Run.file(folder, "ns.yaml", Run.NAMESPACE);
    Run.file(folder, "chart/np.yaml", CHART);
    Run run = gate();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains(NAMED + "chart/np.yaml (not understood)");
  }

  @Test
  void aTemplateOfAnythingElseIsNot() {
    Run.file(folder, "ns.yaml", Run.NAMESPACE);
    Run.file(folder, "chart/cm.yaml", CHART.replace("NetworkPolicy", "ConfigMap"));
    Run run = gate();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("deny: nothing to measure").doesNotContain(NAMED);
  }

  @Test
  void anotherEncodingIsSearchedToo() throws IOException {
    Run.file(folder, "ns.yaml", Run.NAMESPACE);
    String text = CHART.replace("{{ .Values.x }}", "x");
    Files.write(folder.resolve("np.yaml"), text.getBytes(StandardCharsets.UTF_16));
    assertThat(gate().out()).contains(NAMED + "np.yaml (not understood)");
    Files.write(folder.resolve("np.yaml"), "kind: X".getBytes(StandardCharsets.UTF_16));
    assertThat(gate().code()).isZero();
  }

  @Test
  void aRefusedPolicyIsNamed() {
    Run.file(
        folder,
        "np.yaml",
        """
        apiVersion: k8s.ovn.org/v1
        kind: EgressFirewall
        metadata:
          name: other
          namespace: payments
        spec:
          egress:
            - {type: Deny, to: {cidrSelector: 0.0.0.0/0}}
        """);
    Run run = gate();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains(NAMED + "EgressFirewall/payments/other (refused by the API server)");
  }

  @Test
  void thePatchAsksOnlyForWhatTheChangeMadeSo() {
    Repository repository =
        Repository.in(folder)
            .write("ns.yaml", Run.NAMESPACE)
            .write("chart/np.yaml", CHART)
            .branch()
            .write("other.yaml", Run.NAMESPACE.replace("payments", "orders"));
    Run run = repository.gate("--platform", "ovn");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL  project: nothing to measure, but")
        .contains("pass  patch: no verdict point is new or changed");
    run = repository.write("chart/two.yaml", CHART).gate("--platform", "ovn");
    assertThat(run.out())
        .contains(
            "FAIL  patch: nothing to measure, but not because there is nothing: chart/two.yaml");
  }
}
