package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aTemplateOfAnythingElseIsNot() {
    Run.file(folder, "ns.yaml", Run.NAMESPACE);
    Run.file(folder, "chart/cm.yaml", CHART.replace("NetworkPolicy", "ConfigMap"));
    Run run = gate();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("deny: nothing to measure").doesNotContain(NAMED);
  }

  @Test
  void policiesThatACounterDoesNotCountAreNamedAllTheSame() {
    Run.file(folder, "ns.yaml", Run.NAMESPACE);
    Run.file(folder, "chart/np.yaml", CHART);
    Run run = Run.in(folder, "coverage", ".", "--platform", "ovn", "--minimum", "policy=90");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("policy: nothing to measure, but not because there is nothing:");
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
}
