package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.Given;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.authority.Authority;
import dev.netlog.webhook.tls.authority.Issuer;
import dev.netlog.webhook.tls.authority.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What replicas do about what happens to the Secret, the bundles, the API server and the clocks.
class ReplicaTroubleTest {
  private static final Lifetimes LIFETIMES = Lifetimes.STANDARD;
  private static final Duration WEEK = Duration.ofDays(7);

  private final FakeCluster cluster = new FakeCluster();
  private final SimulatedReplica first = new SimulatedReplica(cluster);

  @Test
  void aLostSecretIsMadeAgainWithTheAuthorityInUseAndANewOneToCome() {
    first.start();
    String old = first.leaf().issuer().id();
    cluster.secret = null;
    first.look();
    assertThat(first.events.reasons()).containsExactly("secret-gone");
    assertThat(cluster.signer().id()).isEqualTo(old);
    assertThat(cluster.content().successor()).isNotNull();
    cluster.pass(LIFETIMES.propagation().plusSeconds(1));
    first.look();
    assertThat(first.leaf().issuer().id()).isNotEqualTo(old);
    assertThat(cluster.published()).contains(old);
  }

  @Test
  void nonsenseInOurSecretIsReplacedAndReported() {
    first.start();
    String old = first.leaf().issuer().id();
    cluster.write(Map.of("ca.crt", "-----BEGIN CERTIFICATE-----", "ca.key", "?"));
    first.look();
    assertThat(first.events.reasons()).containsExactly("secret-invalid");
    assertThat(cluster.signer().id()).isEqualTo(old);
  }

  @Test
  void anAuthorityWithTheKeyOfAnotherIsNonsense() {
    Validity validity = new Validity(cluster.now(), cluster.now().plus(WEEK));
    Authority one = Authority.create(Replica.NAME, validity);
    Authority other = Authority.create(Replica.NAME, validity);
    SecretContent content =
        SecretContent.parse(Map.of("ca.crt", one.pem(), "ca.key", other.keyPem()));
    assertThat(content.signer()).isNull();
    assertThat(content.problems())
        .containsExactly("\"ca.crt\" and \"ca.key\" do not belong together");
    assertThat(content.toString()).doesNotContain("BEGIN");
  }

  @Test
  void aForeignSecretIsNeverWrittenAndWhatIsInMemoryIsServedAndRenewed() {
    first.start();
    ServingCertificate before = first.served();
    Map<String, String> data = Map.of("tls.crt", "of somebody else");
    cluster.write(data);
    cluster.foreign = true;
    cluster.pass(WEEK.multipliedBy(2).dividedBy(3).plusSeconds(1));
    first.look();
    assertThat(cluster.secret).isEqualTo(data);
    assertThat(first.serving()).isNotSameAs(before);
    assertThat(first.events.reasons()).containsExactly("secret-foreign");
    assertThat(first.events.messages().getFirst())
        .contains("Secret \"netlog-system/netlog-webhook-tls\"", "--tls-secret");
  }

  @Test
  void withoutTheApiServerTheLeafIsRenewedAsLongAsItsAuthorityLasts() {
    first.start();
    Instant end = first.leaf().issuer().validity().notAfter();
    for (TlsFailure failure : List.of(TlsFailure.FORBIDDEN, TlsFailure.UNREACHABLE)) {
      first.access.broken = failure;
      for (int day = 0; day < 100; day++) {
        cluster.pass(Duration.ofDays(1));
        first.look();
        assertThat(first.served().expiry()).isAfter(cluster.now().plus(Duration.ofDays(1)));
      }
    }
    assertThat(first.events.reasons()).contains("forbidden", "unreachable").hasSize(200);
    first.passTo(end.minus(Duration.ofHours(1)));
    assertThat(first.events.reasons()).contains("expired");
    assertThat(first.served().expiry()).isEqualTo(end);
  }

  @Test
  void troubleThatLastsIsSaidOnceAMinute() {
    first.start();
    first.access.broken = TlsFailure.FORBIDDEN;
    for (int second = 0; second < 120; second += 5) {
      first.look();
      cluster.pass(Duration.ofSeconds(5));
    }
    assertThat(first.events.reasons()).containsExactly("forbidden", "forbidden");
  }

  @Test
  void aClockThatJumpsChangesNothingAndIsReported() {
    first.start();
    ServingCertificate before = first.served();
    for (Duration jump : List.of(Duration.ofDays(400), Duration.ofDays(-400))) {
      first.clock.off = jump;
      first.look();
      assertThat(first.serving()).isSameAs(before);
      assertThat(cluster.published()).hasSize(1);
      assertThat(cluster.content().successor()).isNull();
    }
    assertThat(first.events.reasons()).containsExactly("clock");
  }

  @Test
  void aReplicaWithAWrongClockFromTheStartDoesNoHarm() {
    first.start();
    SimulatedReplica late = new SimulatedReplica(cluster);
    late.clock.off = Duration.ofDays(400);
    late.look();
    assertThat(late.leaf().issuer()).isEqualTo(first.leaf().issuer());
    assertThat(late.leaf().validity().covers(cluster.now())).isTrue();
    assertThat(cluster.published()).hasSize(1);
  }

  @Test
  void withoutTheTimeOfTheApiServerNoAuthorityIsTakenOutOfBundles() {
    first.start();
    String old = first.leaf().issuer().id();
    SimulatedReplica timeless = new SimulatedReplica(cluster);
    timeless.access.timeless = true;
    timeless.clock.off = Duration.ofDays(4000);
    timeless.look();
    assertThat(cluster.published()).contains(old);
  }

  @Test
  void aBundleThatWasOverwrittenIsMendedAndWhatIsForeignInItStays() {
    first.start();
    ServingCertificate before = first.served();
    String foreign = "# of another\n" + Given.pem(Given.certificate(Given.key()));
    cluster.publish(0, List.of("", foreign));
    first.look();
    assertThat(cluster.published()).contains(first.leaf().issuer().id());
    assertThat(cluster.bundles.getFirst().get(1)).startsWith(foreign);
    assertThat(first.serving()).isSameAs(before);
  }

  @Test
  void authoritiesOfOthersAreNotCounted() {
    String foreign = Given.pem(Given.certificate(Given.key()));
    cluster.publish(0, List.of(foreign, foreign));
    cluster.publish(1, List.of(foreign));
    first.start();
    assertThat(cluster.published()).hasSize(2);
    assertThat(first.replica.published()).isEqualTo(1);
  }

  @Test
  void aReplicaThatFindsItsSignerMissingInTheBundlesPublishesAndWaits() {
    first.start();
    cluster.publish(0, List.of("", ""));
    SimulatedReplica second = new SimulatedReplica(cluster);
    second.look();
    assertThat(second.serving()).isNull();
    assertThat(cluster.published()).hasSize(1);
    cluster.pass(LIFETIMES.propagation());
    second.look();
    assertThat(second.serving()).isNotNull();
  }

  @Test
  void bundlesThatCannotBeReadStopAChangeOfAuthorities() {
    first.start();
    Issuer old = first.leaf().issuer();
    first.access.bundlesBroken = TlsFailure.FORBIDDEN;
    first.passTo(old.validity().notAfter().minus(LIFETIMES.authority().dividedBy(3)));
    cluster.pass(Duration.ofDays(1));
    first.look();
    assertThat(cluster.signer()).isEqualTo(old);
    assertThat(first.leaf().issuer()).isEqualTo(old);
  }
}
