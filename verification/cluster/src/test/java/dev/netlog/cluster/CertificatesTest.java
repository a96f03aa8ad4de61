package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Certificates of the webhook's own making, with the rights that our manifests give and no more.
@Tag("every-version")
@ExtendWith(WithCluster.class)
class CertificatesTest {
  private static final String SECRETS = "/api/v1/namespaces/netlog-system/secrets";
  private static final String SECRET = SECRETS + "/netlog-webhook-tls";
  private static final String ROLE_BINDING =
      "/apis/rbac.authorization.k8s.io/v1/namespaces/netlog-system/rolebindings/netlog-webhook";
  private static final Duration SOON = Duration.ofSeconds(60);

  /// How the API server says that a connection has ended.
  private static final Pattern CUT =
      Pattern.compile("EOF|connection reset by peer|broken pipe|use of closed");

  private final Cluster cluster;
  private final Api api;

  CertificatesTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  @BeforeEach
  void enforce() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
  }

  private Webhook webhook() {
    return cluster.webhook(Setup.of("enforce"));
  }

  private Answer judged() {
    return api.create(
        "/api/v1/namespaces?dryRun=All",
        Cluster.namespace("judged", Cases.ACL_LOGGING, "{\"deny\":\"loud\"}"));
  }

  private boolean isRefused() {
    return judged().status() == 422;
  }

  /// A connection that is kept would outlast any certificate. The API server may notice that its
  /// connections are cut only by a call that fails, which is no fault of the webhook; any other
  /// failure is.
  private void connectAnew() {
    cluster.balancer().cut();
    Await.until(
        "a new connection serves",
        SOON,
        () -> {
          Answer answer = judged();
          assertThat(answer).matches(it -> it.status() == 422 || CUT.matcher(it.message()).find());
          return answer.status() == 422;
        });
    assertThat(isRefused()).isTrue();
  }

  @Test
  void ofTheWebhookConfigurationsOnlyTheBundleIsWritten() {
    Overlay shipped =
        Overlay.read(cluster.kubectl(), "enforce").reachedAt(cluster.balancer().port());
    JsonNode stored = api.read(Cluster.configuration("validating")).expectOk().json();
    JsonNode webhooks = stored.path("webhooks");
    for (JsonNode each : webhooks) {
      assertThat(each.at("/clientConfig/caBundle").asString("")).isNotEmpty();
      ((ObjectNode) each.path("clientConfig")).remove("caBundle");
    }
    JsonNode asShipped =
        api.replace(
                Cluster.configuration("validating") + "?dryRun=All",
                withVersion(shipped.only("ValidatingWebhookConfiguration"), stored))
            .expectOk()
            .json();
    assertThat(webhooks).isEqualTo(asShipped.path("webhooks"));
    assertThat(cluster.bundles()).hasSize(7).allMatch(each -> each.contains("BEGIN CERTIFICATE"));
  }

  private static String withVersion(ObjectNode object, JsonNode stored) {
    ObjectNode copy = object.deepCopy();
    ((ObjectNode) copy.path("metadata"))
        .put("resourceVersion", stored.at("/metadata/resourceVersion").asString());
    return copy.toString();
  }

  @Test
  void applyingTheManifestsAgainKeepsTheBundle() {
    List<X509Certificate> before = Trust.certificates(cluster.bundles().getFirst());
    String list =
        Overlay.read(cluster.kubectl(), "enforce").reachedAt(cluster.balancer().port()).list();
    for (int i = 0; i < 2; i++) {
      var _ = cluster.kubectl().with(list, "apply", "-f", "-").expectOk();
    }
    // There may be more by now.
    assertThat(cluster.bundles())
        .allSatisfy(each -> assertThat(Trust.certificates(each)).containsAll(before));
  }

  @Test
  void theAuthorityIsInASecretThatSaysWhoseItIs() {
    JsonNode secret = api.read(SECRET).expectOk().json();
    JsonNode labels = secret.at("/metadata/labels");
    assertThat(labels.path("app.kubernetes.io/managed-by").asString(""))
        .isEqualTo("netlog-webhook");
    assertThat(labels.path("app.kubernetes.io/name").asString("")).isEqualTo("netlog-webhook");
  }

  @Test
  void theRightsAreNoMoreThanThat() {
    Kubectl self = new Kubectl(cluster.serviceAccount());
    assertThat(can(self, "get", "secrets/netlog-webhook-tls")).isTrue();
    for (List<String> each :
        List.of(
            List.of("list", "secrets"),
            List.of("get", "secrets/other"),
            List.of("delete", "secrets/netlog-webhook-tls"),
            List.of("get", "pods"),
            List.of("list", "namespaces"),
            List.of("patch", "validatingwebhookconfigurations/other"),
            List.of("delete", "validatingwebhookconfigurations/netlog-webhook"),
            List.of("create", "mutatingwebhookconfigurations"))) {
      assertThat(can(self, each.getFirst(), each.getLast())).as(each + "").isFalse();
    }
  }

  private static boolean can(Kubectl self, String verb, String what) {
    return self.run("auth", "can-i", verb, what, "--namespace=netlog-system").code() == 0;
  }

  @Test
  void aLostSecretIsMadeAgainWhileCallsGoOn() {
    Webhook webhook = webhook();
    String before = api.read(SECRET).expectOk().json().at("/metadata/uid").asString();
    var _ = api.delete(SECRET).expectOk();
    connectAnew();
    Await.until(
        "there is a Secret again",
        SOON,
        () -> {
          assertThat(isRefused()).isTrue();
          Answer answer = api.read(SECRET);
          return answer.isOk() && !answer.json().at("/metadata/uid").asString().equals(before);
        });
    assertThat(webhook.metrics().sum("netlog_webhook_tls_errors_total")).isPositive();
    connectAnew();
  }

  @Test
  void withoutItsRightsItGoesOnServingAndCountsTheTrouble() {
    Webhook webhook = webhook();
    String binding = api.read(ROLE_BINDING).expectOk().body();
    double before = webhook.metrics().sum("netlog_webhook_tls_errors_total");
    var _ = api.delete(ROLE_BINDING).expectOk();
    try {
      Await.until(
          "the trouble is counted",
          SOON,
          () -> webhook.metrics().sum("netlog_webhook_tls_errors_total") > before);
      connectAnew();
      assertThat(webhook.isReady()).isTrue();
    } finally {
      ObjectNode again = Json.object(binding);
      ((ObjectNode) again.path("metadata")).remove("resourceVersion");
      ((ObjectNode) again.path("metadata")).remove("uid");
      var _ =
          api.create(ROLE_BINDING.substring(0, ROLE_BINDING.lastIndexOf('/')), again + "")
              .expectOk();
    }
  }

  @Test
  void aSecretOfSomebodyElseEndsTheStartAndIsLeftAlone() {
    String foreign =
        """
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "netlog-webhook-tls"},
         "stringData": {"ca.crt": "theirs"}}
        """;
    cluster.stop();
    var _ = api.delete(SECRET);
    var _ = api.create(SECRETS, foreign).expectOk();
    try {
      Tool.Output output = Webhook.runToItsEnd(cluster.arguments(Setup.of("enforce")));
      assertThat(output.code()).as(output.all()).isEqualTo(2);
      assertThat(output.err()).contains("netlog-system/netlog-webhook-tls");
      assertThat(api.read(SECRET).expectOk().json().path("data").size()).isEqualTo(1);
    } finally {
      var _ = api.delete(SECRET);
    }
  }
}
