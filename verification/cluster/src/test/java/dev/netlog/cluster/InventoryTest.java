package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `--inventory cluster`: rules that need the other objects know them.
@ExtendWith(WithCluster.class)
class InventoryTest {
  private static final String VALUE = "{\"deny\":\"alert\"}";

  private final Cluster cluster;
  private final Api api;

  InventoryTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  private List<String> warnings(String namespace) {
    Answer answer =
        api.apply(
            Target.NAMESPACE.path(namespace) + "?force=true&dryRun=All",
            "asker",
            Cluster.namespace(namespace, Cases.ACL_LOGGING, VALUE));
    return answer.expectOk().warnings();
  }

  @Test
  void anAnnotationWithoutAPolicyIsToldUntilThereIsOne() {
    Webhook webhook = cluster.webhook(Setup.of("inventory"));
    String namespace = Target.NAMESPACE.stored(api, null);
    Await.until(
        "the webhook knows that nothing can be logged; " + webhook.process().lastWords(),
        Duration.ofSeconds(30),
        () -> !warnings(namespace).isEmpty());
    assertThat(warnings(namespace)).anyMatch(each -> each.contains("polic"));
    var _ =
        api.create(
                "/apis/networking.k8s.io/v1/namespaces/" + namespace + "/networkpolicies",
                Target.NETWORK_POLICY.object("some").toString())
            .expectOk();
    Await.until(
        "the webhook knows the policy; " + webhook.process().lastWords(),
        Duration.ofSeconds(30),
        () -> warnings(namespace).isEmpty());
  }

  @Test
  void withoutItNothingIsGuessed() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
    assertThat(warnings(Target.NAMESPACE.stored(api, null))).isEmpty();
  }

  @Test
  void whatIsWrongIsRefusedWithItAsWithout() {
    Webhook _ = cluster.webhook(Setup.of("inventory"));
    Answer answer =
        api.create("/api/v1/namespaces", Cluster.namespace("wrong", Cases.ACL_LOGGING, "{"));
    assertThat(answer.status()).isEqualTo(422);
  }
}
