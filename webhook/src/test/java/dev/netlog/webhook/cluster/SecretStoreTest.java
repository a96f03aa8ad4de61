package dev.netlog.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.rotation.AuthorityStore;
import dev.netlog.webhook.tls.rotation.BundleReading;
import dev.netlog.webhook.tls.rotation.SecretReading;
import dev.netlog.webhook.tls.rotation.WriteOutcome;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the extension sets server and client
@EnableKubernetesMockClient(crud = true)
class SecretStoreTest {
  private static final String NAMESPACE = "netlog-system";
  private static final String NAME = "netlog-webhook-tls";
  private static final Map<String, String> DATA = Map.of("ca.crt", "certificate", "ca.key", "key");

  @SuppressWarnings("unused") // set by the extension
  private KubernetesMockServer server;

  private KubernetesClient client;
  private ClusterConnection connection;
  private AuthorityStore store;

  @BeforeEach
  void connect() {
    connection = ClusterConnection.open(client.getConfiguration(), TimeSource.SYSTEM);
    store = connection.authorities(NAMESPACE, NAME, "netlog-webhook");
  }

  @AfterEach
  void disconnect() {
    connection.close();
  }

  @Test
  void aSecretIsMadeWhereThereIsNone() {
    assertThat(store.readSecret()).isEqualTo(new SecretReading.Absent());
    assertThat(store.writeSecret(null, DATA)).isEqualTo(new WriteOutcome.Done());
    assertThat(held().data()).isEqualTo(DATA);
    assertThat(secret().getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "netlog-webhook");
  }

  @Test
  void ofTwoThatMakeItOneIsTold() {
    store.writeSecret(null, DATA);
    assertThat(store.writeSecret(null, Map.of())).isEqualTo(new WriteOutcome.Conflict());
    assertThat(held().data()).isEqualTo(DATA);
  }

  @Test
  void aSecretIsReplacedOnlyWhereItIsAsItWasRead() {
    store.writeSecret(null, DATA);
    String version = held().version();
    assertThat(store.writeSecret(version, Map.of("ca.crt", "next")))
        .isEqualTo(new WriteOutcome.Done());
    assertThat(store.writeSecret(version, Map.of("ca.crt", "late")))
        .isEqualTo(new WriteOutcome.Conflict());
    assertThat(held().data()).isEqualTo(Map.of("ca.crt", "next"));
  }

  @Test
  void aSecretThatHasGoneMeanwhileIsAConflict() {
    store.writeSecret(null, DATA);
    String version = held().version();
    client.secrets().inNamespace(NAMESPACE).withName(NAME).delete();
    assertThat(store.writeSecret(version, DATA)).isEqualTo(new WriteOutcome.Conflict());
  }

  @Test
  void anEmptySecretOfOursCanBeFilled() {
    client.resource(secret(Map.of("app.kubernetes.io/managed-by", "netlog-webhook"))).create();
    assertThat(held().data()).isEmpty();
    assertThat(store.writeSecret(held().version(), DATA)).isEqualTo(new WriteOutcome.Done());
    assertThat(held().data()).isEqualTo(DATA);
  }

  @Test
  void aSecretWithoutOurLabelIsForeign() {
    client.resource(secret(Map.of("app.kubernetes.io/managed-by", "Helm"))).create();
    assertThat(store.readSecret()).isEqualTo(new SecretReading.Foreign());
  }

  @Test
  void bundlesAreReadAndWrittenAndNothingElseIs() {
    client.resource(validating("", "foreign\n")).create();
    BundleReading.Present read = (BundleReading.Present) store.readBundles().getFirst();
    assertThat(read.bundles()).containsExactly("", "foreign\n");
    assertThat(store.readBundles().getLast())
        .isEqualTo(new BundleReading.Absent("MutatingWebhookConfiguration \"netlog-webhook\""));

    ValidatingWebhookConfiguration before = configuration();
    assertThat(store.writeBundles(read, List.of("one\n", "foreign\ntwo\n")))
        .isEqualTo(new WriteOutcome.Done());
    BundleReading.Present now = (BundleReading.Present) store.readBundles().getFirst();
    assertThat(now.bundles()).containsExactly("one\n", "foreign\ntwo\n");

    ValidatingWebhookConfiguration after = configuration();
    after.getMetadata().setResourceVersion(before.getMetadata().getResourceVersion());
    after.getMetadata().setGeneration(before.getMetadata().getGeneration());
    after.getWebhooks().get(0).getClientConfig().setCaBundle(null);
    before.getWebhooks().get(0).getClientConfig().setCaBundle(null);
    after.getWebhooks().get(1).getClientConfig().setCaBundle(encoded("foreign\n"));
    assertThat(after).isEqualTo(before);

    assertThat(store.writeBundles(read, List.of("late", "late")))
        .isEqualTo(new WriteOutcome.Conflict());
  }

  @Test
  void bothConfigurationsAreKept() {
    client
        .resource(
            new MutatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName("netlog-webhook")
                .endMetadata()
                .addNewWebhook()
                .withName("a.netlog.dev")
                .withNewClientConfig()
                .endClientConfig()
                .endWebhook()
                .build())
        .create();
    BundleReading.Present read = (BundleReading.Present) store.readBundles().getLast();
    assertThat(store.writeBundles(read, List.of("one"))).isEqualTo(new WriteOutcome.Done());
    assertThat(((BundleReading.Present) store.readBundles().getLast()).bundles())
        .containsExactly("one");
  }

  private SecretReading.Held held() {
    return (SecretReading.Held) store.readSecret();
  }

  private Secret secret() {
    return client.secrets().inNamespace(NAMESPACE).withName(NAME).get();
  }

  private static Secret secret(Map<String, String> labels) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(NAME)
        .withLabels(labels)
        .endMetadata()
        .build();
  }

  private ValidatingWebhookConfiguration configuration() {
    return client
        .admissionRegistration()
        .v1()
        .validatingWebhookConfigurations()
        .withName("netlog-webhook")
        .get();
  }

  private static ValidatingWebhookConfiguration validating(String first, String second) {
    return new ValidatingWebhookConfigurationBuilder()
        .withNewMetadata()
        .withName("netlog-webhook")
        .endMetadata()
        .addNewWebhook()
        .withName("a.netlog.dev")
        .withNewClientConfig()
        .withCaBundle(encoded(first))
        .withNewService("netlog-system", "netlog-webhook", "/validate", 443)
        .endClientConfig()
        .withTimeoutSeconds(3)
        .endWebhook()
        .addNewWebhook()
        .withName("b.netlog.dev")
        .withNewClientConfig()
        .withCaBundle(encoded(second))
        .endClientConfig()
        .withFailurePolicy("Fail")
        .endWebhook()
        .build();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
