package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The overlay `inject`: what opted in gets the annotations of the settings.
@ExtendWith(WithCluster.class)
class InjectTest {
  private static final String DENY = "policy.network.gke.io/enable-deny-logging";
  private static final String ALLOW = "policy.network.gke.io/enable-logging";

  private final Cluster cluster;
  private final Api api;

  InjectTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  @BeforeEach
  void inject() {
    Webhook _ = cluster.webhook(Setup.of("inject"));
  }

  private ObjectNode namespace(String... annotations) {
    String name = Target.NAMESPACE.freshName(api);
    ObjectNode object = Json.object(Cluster.namespace(name, annotations));
    ((ObjectNode) object.path("metadata")).putObject("labels").put("netlog.dev/inject", "enabled");
    return object;
  }

  private static JsonNode annotations(Answer answer) {
    return answer.expectOk().json().path("metadata").path("annotations");
  }

  @Test
  void aNamespaceThatOptedInGetsWhatTheSettingsSay() {
    JsonNode added = annotations(api.create("/api/v1/namespaces", namespace() + ""));
    assertThat(added.path(DENY).asString("")).isEqualTo("true");
    JsonNode levels = Json.parse(added.path(Cases.ACL_LOGGING).asString("null"));
    assertThat(levels.path("deny").asString("")).isEqualTo("alert");
    assertThat(levels.path("allow").asString("")).isEqualTo("notice");
  }

  @Test
  void aPolicyInItGetsTheKeyOfItsPlatformWhetherAppliedOrCreated() {
    ObjectNode namespace = namespace();
    var _ = api.create("/api/v1/namespaces", namespace + "").expectOk();
    String path =
        "/apis/networking.k8s.io/v1/namespaces/"
            + namespace.at("/metadata/name").asString()
            + "/networkpolicies";
    Target target = Target.NETWORK_POLICY;
    JsonNode created = annotations(api.create(path, target.object("created") + ""));
    assertThat(created.path(ALLOW).asString("")).isEqualTo("true");
    JsonNode applied =
        annotations(api.apply(path + "/applied", "one", target.object("applied") + ""));
    assertThat(applied.path(ALLOW).asString("")).isEqualTo("true");
    Answer again = api.apply(path + "/applied", "one", target.object("applied") + "");
    assertThat(annotations(again).path(ALLOW).asString("")).isEqualTo("true");
    JsonNode own = annotations(api.create(path, target.object("own", ALLOW, "false") + ""));
    assertThat(own.path(ALLOW).asString("")).isEqualTo("false");
  }

  @Test
  void whatAUserWroteStaysEvenWhereItIsWrongAndSoRefused() {
    JsonNode kept =
        annotations(
            api.create(
                "/api/v1/namespaces", namespace(Cases.ACL_LOGGING, "{}", DENY, "false") + ""));
    assertThat(kept.path(Cases.ACL_LOGGING).asString("")).isEqualTo("{}");
    assertThat(kept.path(DENY).asString("")).isEqualTo("false");
    Answer wrong = api.create("/api/v1/namespaces", namespace(DENY, "yes") + "");
    assertThat(wrong.status()).isEqualTo(422);
  }

  @Test
  void whoDidNotOptInGetsNothing() {
    Answer answer =
        api.create("/api/v1/namespaces", Cluster.namespace(Target.NAMESPACE.freshName(api)));
    assertThat(annotations(answer).isEmpty()).isTrue();
  }

  @Test
  void whatWasAppliedShowsNoDifferenceAfterwards() {
    String manifest = namespace() + "";
    Kubectl kubectl = cluster.kubectl();
    var _ = kubectl.with(manifest, "apply", "-f", "-").expectOk();
    var _ = kubectl.with(manifest, "diff", "-f", "-").expectOk();
    assertThat(kubectl.with(manifest, "apply", "-f", "-").expectOk().out()).contains("unchanged");
  }
}
