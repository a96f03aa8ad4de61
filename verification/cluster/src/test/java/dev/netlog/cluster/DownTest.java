package dev.netlog.cluster;

import static dev.netlog.cluster.Api.MERGE_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No replica is there. A cluster can start, and everybody can work, but for what enforcement is
/// about.
@ExtendWith(WithCluster.class)
class DownTest {
  private static final String LEASE =
      """
      {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
       "metadata": {"name": "node-1", "namespace": "kube-node-lease"},
       "spec": {"holderIdentity": "node-1", "leaseDurationSeconds": 40}}
      """;

  private final Cluster cluster;
  private final Api api;

  DownTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  private void down(String overlay) {
    Webhook _ = cluster.webhook(Setup.of(overlay));
    cluster.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "warn", "enforce", "inject"})
  void whatAClusterNeedsToStartWorks(String overlay) {
    down(overlay);
    String namespace = Target.NAMESPACE.stored(api, null);
    String path = Target.NAMESPACE.path(namespace);
    var _ =
        api.patch(path, MERGE_PATCH, "{\"metadata\": {\"labels\": {\"team\": \"red\"}}}")
            .expectOk();
    Answer _ = api.create("/api/v1/namespaces", Cluster.namespace("kube-node-lease"));
    Answer lease =
        api.create("/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases", LEASE);
    assertThat(lease.status()).isIn(201, 409);
    var _ =
        api.patch(
                "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-1",
                MERGE_PATCH,
                "{\"spec\": {\"renewTime\": \"2026-11-01T00:00:00.000000Z\"}}")
            .expectOk();
    var _ =
        api.create(
                path + "/serviceaccounts",
                """
                {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}}
                """)
            .expectOk();
    // The plugin that looks for the account has its own watch.
    Await.until(
        "a pod is created",
        Duration.ofSeconds(20),
        () ->
            api.create(
                    path + "/pods",
                    """
                    {"apiVersion": "v1", "kind": "Pod",
                     "metadata": {"name": "workload",
                      "annotations": {"policy.network.gke.io/enable-logging": "yes"}},
                     "spec": {"containers": [{"name": "a", "image": "a"}]}}
                    """)
                .isOk());
    var _ = Target.NETWORK_POLICY.stored(api, null);
    var _ = Target.ADMIN_POLICY.stored(api, null);
    var _ = api.delete(path).expectOk();
    var _ =
        api.replace(
                path + "/finalize",
                """
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"},
                 "spec": {"finalizers": []}}
                """
                    .formatted(namespace))
            .expectOk();
  }

  @Test
  void underEnforceOnlyChangesOfSettingsAreRefused() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
    String name = Target.NAMESPACE.stored(api, Target.NAMESPACE.value(false));
    down("enforce");
    String path = Target.NAMESPACE.path(name);
    String key = Cases.ACL_LOGGING;
    Answer changed = api.patch(path, MERGE_PATCH, Target.NAMESPACE.merge(key, "\"{}\""));
    assertThat(changed.status()).isEqualTo(500);
    assertThat(changed.message()).contains("failed calling webhook");
    assertThat(api.create("/api/v1/namespaces", Cluster.namespace("new", key, "{}")).status())
        .isEqualTo(500);
    var _ = api.patch(path, MERGE_PATCH, Target.NAMESPACE.merge("team", "\"red\"")).expectOk();
    var _ = api.patch(path, MERGE_PATCH, Target.NAMESPACE.merge(key, "null")).expectOk();
    var _ = api.delete(path).expectOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "warn"})
  void beforeEnforcementChangesOfSettingsPass(String overlay) {
    down(overlay);
    String name = Target.NAMESPACE.stored(api, "{\"deny\":\"loud\"}");
    var _ =
        api.patch(
                Target.NAMESPACE.path(name),
                MERGE_PATCH,
                Target.NAMESPACE.merge(Cases.ACL_LOGGING, "\"{\""))
            .expectOk();
  }

  @Test
  void withoutTheMutatingWebhookObjectsAreStoredAsTheyAre() {
    down("inject");
    String namespace = Target.NAMESPACE.freshName(api);
    String object =
        """
        {"apiVersion": "v1", "kind": "Namespace",
         "metadata": {"name": "%s", "labels": {"netlog.dev/inject": "enabled"}}}
        """
            .formatted(namespace);
    Answer answer = api.create("/api/v1/namespaces", object).expectOk();
    assertThat(answer.json().path("metadata").has("annotations")).isFalse();
  }
}
