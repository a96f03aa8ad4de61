package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// API servers call Services by HTTP/1.1 and URLs by HTTP/2.
@ExtendWith(WithCluster.class)
class FormsTest {
  private final Cluster cluster;

  FormsTest(Cluster cluster) {
    this.cluster = cluster;
  }

  private static Answer wrong(Cluster cluster) {
    return cluster
        .api()
        .create(
            "/api/v1/namespaces?dryRun=All",
            Cluster.namespace("form", Cases.ACL_LOGGING, "{\"deny\":\"loud\"}"));
  }

  @Test
  void aServiceIsCalledByHttp1() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
    assertThat(wrong(cluster).status()).isEqualTo(422);
    assertThat(cluster.balancer().wasOfferedHttp2()).isFalse();
  }

  @Test
  void aUrlIsCalledByHttp2() throws IOException {
    cluster.uninstall();
    Path folder = Settings.folder("url-form");
    try (Webhook webhook = Webhook.start(List.of("--tls-dev=" + folder));
        Balancer balancer = new Balancer()) {
      balancer.sendTo(webhook);
      String bundle =
          Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("ca.crt")));
      var _ =
          cluster
              .api()
              .create(
                  "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
                  """
                  {"apiVersion": "admissionregistration.k8s.io/v1",
                   "kind": "ValidatingWebhookConfiguration", "metadata": {"name": "by-url"},
                   "webhooks": [{"name": "by-url.netlog.dev", "sideEffects": "None",
                    "admissionReviewVersions": ["v1"], "timeoutSeconds": 10,
                    "clientConfig": {"url": "https://127.0.0.1:%d/validate", "caBundle": "%s"},
                    "rules": [{"apiGroups": [""], "apiVersions": ["*"], "operations": ["CREATE"],
                     "resources": ["namespaces"]}]}]}
                  """
                      .formatted(balancer.port(), bundle))
              .expectOk();
      Await.until(
          "the URL is called", Duration.ofSeconds(30), () -> wrong(cluster).status() == 422);
      assertThat(balancer.wasOfferedHttp2()).isTrue();
      assertThat(webhook.metrics().reviews("decision=\"denied\"")).isPositive();
    } finally {
      var _ =
          cluster
              .api()
              .delete(
                  "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/by-url");
    }
  }
}
