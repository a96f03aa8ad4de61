package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An assumption stands for an object that nobody has read, not for one that a change removes.
final class RemovedSettingsTest {
  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: api
        namespace: shop
        annotations:
          policy.network.gke.io/enable-logging: "true"
      spec:
        podSelector: {}
        ingress: [{ports: [{port: 80}]}]
      """;
  private static final String LOGGED = Written.namespace("shop", Written.DENY_KEY, "'true'");

  @TempDir Path folder;

  private Repository base(String assumption) {
    return Repository.in(folder)
        .write(
            ".netlog.yaml",
            "targets: [{name: prod, platform: gke, assume: {" + assumption + "}}]\n")
        .write("nl.yaml", Written.DELEGATED)
        .write("ns.yaml", LOGGED)
        .write("np.yaml", POLICY)
        .branch();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "networkLogging: delegated", "networkLogging: all"})
  void aDeletedNetworkLoggingIsOff(String assumption) {
    Repository repository = base(assumption);
    repository.git("rm", "--quiet", "nl.yaml");
    Run run = repository.gate();
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("0/2", "removed by this change");
    assertThat(repository.gate("--format", "json").out())
        .contains("\"state\": \"missed\", \"cause\": \"log-disabled\"");
  }

  @Test
  void oneOfAnotherNameIsNotTheOneThatAClusterHeeds() {
    Repository repository = base("networkLogging: delegated");
    repository.write("nl.yaml", Written.DELEGATED.replace("name: default", "name: other"));
    Run run = repository.gate();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL  regressions: 2");
  }

  @Test
  void aDeletedNamespaceIsBare() {
    Repository repository = base("namespaces: unannotated");
    repository.git("rm", "--quiet", "ns.yaml");
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("\"state\": \"missed\", \"cause\": \"not-annotated\"");
    assertThat(repository.gate().out()).contains("Namespace shop is removed by this change");
  }

  @Test
  void aMoveAndAnObjectThatNeitherSideHasLeaveTheAssumption() {
    Repository repository = base("networkLogging: delegated");
    repository.git("mv", "nl.yaml", "logging.yaml");
    assertThat(repository.gate().code()).isZero();
    repository.git("checkout", "--quiet", "main");
    repository.git("rm", "--quiet", "nl.yaml");
    repository.commit().git("checkout", "--quiet", "-B", "change");
    Run run = repository.write("ns.yaml", LOGGED + "# checked\n").gate();
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("2/2");
  }
}
