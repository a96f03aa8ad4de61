package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.authority.Authority;
import dev.netlog.webhook.tls.authority.Validity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What one or two replicas do in the situations that the specification names.
class ReplicaTest {
  private static final Lifetimes LIFETIMES = Lifetimes.STANDARD;
  private static final Duration WEEK = Duration.ofDays(7);

  private final FakeCluster cluster = new FakeCluster();
  private final SimulatedReplica first = new SimulatedReplica(cluster);

  @Test
  void theFirstStartPublishesWaitsAndServes() {
    first.look();
    assertThat(cluster.content().successor()).isNotNull();
    assertThat(cluster.published()).hasSize(1);
    assertThat(first.replica.published()).isEqualTo(1);
    assertThat(first.serving()).isNull();

    cluster.pass(Duration.ofSeconds(9));
    first.look();
    assertThat(first.serving()).as("before the time of propagation").isNull();

    cluster.pass(Duration.ofSeconds(1));
    first.look();
    assertThat(first.serving()).isNotNull();
    assertThat(cluster.content().successor()).isNull();
    assertThat(first.events.reasons()).isEmpty();
  }

  @Test
  void theLeafNamesTheServiceAndLastsAWeek() throws Exception {
    first.start();
    X509Certificate leaf = first.served().leaf();
    assertThat(leaf.getSubjectAlternativeNames().stream().map(ReplicaTest::name))
        .containsExactly(
            "netlog-webhook.netlog-system.svc",
            "netlog-webhook.netlog-system.svc.cluster.local",
            "netlog-webhook.netlog-system",
            "netlog-webhook");
    assertThat(Duration.between(cluster.now(), first.served().expiry()))
        .isBetween(WEEK.minusSeconds(2), WEEK);
    assertThat(leaf.getNotBefore().toInstant())
        .as("a clock may be behind by an hour")
        .isBefore(cluster.now().minus(Duration.ofMinutes(59)));
  }

  @Test
  void aSecondReplicaServesAtOnceByTheSameAuthorityWithALeafOfItsOwn() {
    first.start();
    SimulatedReplica second = new SimulatedReplica(cluster);
    second.look();
    assertThat(second.leaf().issuer()).isEqualTo(first.leaf().issuer());
    assertThat(second.served().leaf().getPublicKey())
        .isNotEqualTo(first.served().leaf().getPublicKey());
  }

  @Test
  void twoThatStartTogetherAgree() {
    SimulatedReplica second = new SimulatedReplica(cluster);
    boolean more = true;
    while (more) {
      boolean firstMore = first.replica.step();
      more = second.replica.step() || firstMore;
    }
    assertThat(cluster.published()).hasSize(1);
    first.start();
    second.look();
    assertThat(second.leaf().issuer()).isEqualTo(first.leaf().issuer());
  }

  @Test
  void aLeafIsRenewedAtTwoThirdsOfItsLifeByTheSameAuthority() {
    first.start();
    ServingCertificate before = first.served();
    cluster.pass(WEEK.multipliedBy(2).dividedBy(3).minusMinutes(1));
    first.look();
    assertThat(first.serving()).isSameAs(before);
    cluster.pass(Duration.ofMinutes(1));
    first.look();
    assertThat(first.serving()).isNotSameAs(before);
    assertThat(first.served().leaf().getIssuerX500Principal())
        .isEqualTo(before.leaf().getIssuerX500Principal());
  }

  @Test
  void aNewAuthorityIsPublishedBeforeItSignsAndTheOldOneGoesAtItsEnd() {
    first.start();
    String old = first.leaf().issuer().id();
    Instant end = first.leaf().issuer().validity().notAfter();
    first.passTo(end.minus(LIFETIMES.authority().dividedBy(3)));
    assertThat(cluster.content().successor()).isNotNull();
    assertThat(cluster.published()).hasSize(2);
    assertThat(first.replica.published()).isEqualTo(2);
    assertThat(first.leaf().issuer().id()).isEqualTo(old);

    cluster.pass(Duration.ofSeconds(11));
    first.look();
    assertThat(first.leaf().issuer().id()).isNotEqualTo(old);
    assertThat(cluster.published()).contains(old).hasSize(2);

    first.passTo(end.plusSeconds(1));
    assertThat(cluster.published()).doesNotContain(old).hasSize(1);
    assertThat(first.replica.published()).isEqualTo(1);
    assertThat(first.events.reasons()).isEmpty();
  }

  @Test
  void anAuthorityThatHasEndedAtTheStartIsReplaced() {
    Instant now = cluster.now();
    Authority ended =
        Authority.create(
            Replica.NAME, new Validity(now.minus(Duration.ofDays(9)), now.minusSeconds(5)));
    cluster.write(SecretContent.of(ended, null).data());
    cluster.publish(0, List.of(ended.pem(), ended.pem()));
    cluster.publish(1, List.of(ended.pem()));
    first.look();
    assertThat(first.serving()).isNull();
    cluster.pass(LIFETIMES.propagation());
    first.look();
    assertThat(first.serving()).isNotNull();
    assertThat(cluster.published())
        .containsExactly(first.leaf().issuer().id())
        .doesNotContain(Authority.id(ended.certificate()));
  }

  @Test
  void aClusterWithoutWebhookConfigurationsIsServedToo() {
    cluster.bundles.clear();
    first.start();
    assertThat(first.replica.published()).isZero();
    assertThat(first.serving()).isNotNull();
  }

  private static Object name(Collection<?> name) {
    return List.copyOf(name).get(1);
  }
}
