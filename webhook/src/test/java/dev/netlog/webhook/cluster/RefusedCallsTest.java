package dev.netlog.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.rotation.AuthorityStore;
import dev.netlog.webhook.tls.rotation.BundleReading;
import dev.netlog.webhook.tls.rotation.SecretReading;
import dev.netlog.webhook.tls.rotation.WriteOutcome;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the extension sets server and client
@EnableKubernetesMockClient
class RefusedCallsTest {
  private static final String SECRET =
      "/api/v1/namespaces/netlog-system/secrets/netlog-webhook-tls";
  private static final String CONFIGURATION =
      "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/netlog-webhook";

  private KubernetesMockServer server;
  private KubernetesClient client;
  private ClusterConnection connection;
  private AuthorityStore store;

  @BeforeEach
  void connect() {
    connection = ClusterConnection.open(client.getConfiguration(), TimeSource.SYSTEM);
    store = connection.authorities("netlog-system", "netlog-webhook-tls", "netlog-webhook");
  }

  @AfterEach
  void disconnect() {
    connection.close();
  }

  @Test
  void aForbiddenReadSaysWhatToAllow() {
    answer("GET", SECRET, 403);
    assertThat(store.readSecret())
        .isEqualTo(
            new SecretReading.Failed(
                TlsFailure.FORBIDDEN,
                "the API server does not allow this server to get Secret \"netlog-system/netlog-webhook-tls\";"
                    + " allow it in the Role or ClusterRole of this server"));
  }

  @Test
  void forbiddenWritesSayWhatToAllow() {
    answer("POST", "/api/v1/namespaces/netlog-system/secrets", 403);
    found(CONFIGURATION, "1");
    answer("PATCH", CONFIGURATION, 403);
    assertThat(store.writeSecret(null, Map.of()))
        .isInstanceOfSatisfying(
            WriteOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(TlsFailure.FORBIDDEN);
              assertThat(failed.message()).contains("does not allow this server to create Secret");
            });
    var read =
        new BundleReading.Present(
            "ValidatingWebhookConfiguration \"netlog-webhook\"", "1", List.of(""));
    assertThat(store.writeBundles(read, List.of("")))
        .isInstanceOfSatisfying(
            WriteOutcome.Failed.class,
            failed ->
                assertThat(failed.message())
                    .contains(
                        "does not allow this server to patch ValidatingWebhookConfiguration \"netlog-webhook\""));
  }

  @Test
  void aSecretWhoseNamespaceIsNotThereSaysToCreateIt() {
    answer("POST", "/api/v1/namespaces/netlog-system/secrets", 404);
    assertThat(store.writeSecret(null, Map.of()))
        .isEqualTo(
            new WriteOutcome.Failed(
                TlsFailure.NAMESPACE_ABSENT,
                "there is no namespace \"netlog-system\" for Secret"
                    + " \"netlog-system/netlog-webhook-tls\"; create the namespace, or name another"
                    + " with --namespace"));
  }

  @Test
  void unknownCredentialsAreNoMatterOfRoles() {
    answer("GET", SECRET, 401);
    assertThat(store.readSecret())
        .isInstanceOfSatisfying(
            SecretReading.Failed.class,
            failed -> assertThat(failed.message()).contains("renew the kubeconfig"));
  }

  @Test
  void anErrorOfTheServerIsTroubleThatMayPass() {
    answer("GET", SECRET, 500);
    assertThat(store.readSecret())
        .isInstanceOfSatisfying(
            SecretReading.Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(TlsFailure.UNREACHABLE);
              assertThat(failed.message()).contains("answers 500").doesNotContain("\n");
            });
  }

  @Test
  void aWriteOfSomethingThatIsNotValidIsNoConflict() {
    answer("PATCH", SECRET, 422);
    found(SECRET, "7");
    assertThat(store.writeSecret("7", Map.of())).isInstanceOf(WriteOutcome.Failed.class);
    assertThat(store.writeSecret("6", Map.of())).isEqualTo(new WriteOutcome.Conflict());
  }

  @Test
  void aServerThatIsNotThereIsTroubleThatMayPass() {
    Config nowhere =
        new ConfigBuilder(Config.empty()).withMasterUrl("https://127.0.0.1:1/").build();
    try (ClusterConnection lost = ClusterConnection.open(nowhere, TimeSource.SYSTEM)) {
      assertThat(lost.authorities("a", "b", "c").readSecret())
          .isEqualTo(
              new SecretReading.Failed(
                  TlsFailure.UNREACHABLE,
                  "the API server does not answer, so this server cannot get Secret \"a/b\""));
    }
  }

  @Test
  void theTimeOfTheAnswersIsNoted() {
    assertThat(store.serverTime()).isNull();
    server
        .expect()
        .get()
        .withPath(SECRET)
        .andReturn(404, "")
        .withHeader("Date", "Mon, 23 Nov 2026 12:00:00 GMT")
        .once();
    store.readSecret();
    assertThat(store.serverTime().instant()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
  }

  private void found(String path, String version) {
    String object = "{\"kind\":\"Any\",\"metadata\":{\"resourceVersion\":\"" + version + "\"}}";
    server.expect().get().withPath(path).andReturn(200, object).always();
  }

  private void answer(String method, String path, int code) {
    var status = new StatusBuilder().withCode(code).withMessage("it is so\nand so").build();
    var expect = server.expect();
    var at =
        switch (method) {
          case "POST" -> expect.post().withPath(path);
          case "PATCH" -> expect.patch().withPath(path);
          default -> expect.get().withPath(path);
        };
    at.andReturn(code, status).always();
  }
}
