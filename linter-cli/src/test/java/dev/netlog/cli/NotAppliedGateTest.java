package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "helm.sh/hook: \"test, post-install\" | 0",
        "configmanagement.gke.io/managed: disabled | 1",
        "configmanagement.gke.io/managed: enabled | 0",
      })
  void anObjectThatANewAnnotationKeepsFromTheClusterIsUnreadable(String annotation, int code) {
    repository.branch();
    repository.write("np.yaml", POLICY.replace("other: x", annotation));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(run.out().contains("\"reason\": \"not-applied\"")).isEqualTo(code == 1);
  }

  @ParameterizedTest
  @CsvSource("config.kubernetes.io/local-config")
  void oneThatWasKeptBeforeIsAsItWas(String key) {
    String kept = POLICY.replace("other: x", key + ": \"true\"");
    repository.write("np.yaml", kept).branch();
    repository.write("np.yaml", kept + "# changed\n");
    assertThat(repository.gate().code()).isZero();
  }
}
