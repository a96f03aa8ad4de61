package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netlog.webhook.tls.RecordedEvents;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.SetClock;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.Upkeep;
import dev.netlog.webhook.tls.authority.Authority;
import dev.netlog.webhook.tls.authority.Validity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SelfManagedCertificatesTest {
  /// Looks at the cluster every quarter of a second.
  private static final Lifetimes SHORT = new Lifetimes(Duration.ofSeconds(3), Duration.ofHours(1));

  private final FakeCluster cluster = new FakeCluster();
  private final FakeCluster.Access access = cluster.new Access();
  private final FakeCluster.MachineClock clock = cluster.new MachineClock();
  private final RecordedEvents events = new RecordedEvents();

  @Test
  void aStartFindsTheAuthorityOfOthersAndLaterLeavesAreTold() throws Exception {
    publish();
    try (SelfManagedCertificates certificates = open()) {
      ServingCertificate first = certificates.current();
      assertThat(first.leaf().getIssuerX500Principal())
          .isEqualTo(
              Objects.requireNonNull(cluster.content().signer())
                  .certificate()
                  .getSubjectX500Principal());
      assertThat(events.renewals()).as("the first is no renewal").isEmpty();
      assertThat(certificates.upkeep()).isEqualTo(new Upkeep(SetClock.START, true, 1));

      var told = new CompletableFuture<ServingCertificate>();
      certificates.onChange(told::complete);
      cluster.pass(Duration.ofSeconds(2));
      ServingCertificate second = told.get(1, TimeUnit.MINUTES);
      assertThat(second).isNotEqualTo(first);
      assertThat(certificates.current()).isEqualTo(second);
      assertThat(certificates.upkeep().since()).isEqualTo(SetClock.START.plusSeconds(2));
    }
  }

  @Test
  void aClockThatIsOffIsToldAndMakesNoLookFail() throws Exception {
    publish();
    clock.off = Duration.ofDays(400);
    try (SelfManagedCertificates certificates = open()) {
      assertThat(events.reasons()).containsExactly("clock");
      assertThat(certificates.upkeep().successful()).isTrue();
    }
  }

  @Test
  void aStartIsRefusedWhereTheSecretIsOfSomebodyElse() {
    cluster.foreign = true;
    refused("Secret \"netlog-system/netlog-webhook-tls\" is not labelled");
  }

  @Test
  void aStartIsRefusedWhereSomethingIsForbidden() {
    access.broken = TlsFailure.FORBIDDEN;
    refused("the Secret is out of reach");
    access.broken = null;
    publish();
    access.bundlesBroken = TlsFailure.FORBIDDEN;
    refused("the configuration is out of reach");
  }

  @Test
  void aStartWaitsAMinuteForAnApiServer() {
    access.broken = TlsFailure.UNREACHABLE;
    access.slow = Duration.ofSeconds(5);
    refused("the Secret is out of reach");
    assertThat(cluster.now()).isAfterOrEqualTo(SetClock.START.plusSeconds(60));
  }

  private void publish() {
    Authority authority =
        Authority.create(
            Replica.NAME,
            new Validity(cluster.now().minusSeconds(60), cluster.now().plus(Duration.ofHours(1))));
    cluster.write(SecretContent.of(authority, null).data());
    cluster.publish(0, List.of(authority.pem(), authority.pem()));
    cluster.publish(1, List.of(authority.pem()));
  }

  private SelfManagedCertificates open() throws TlsStartException {
    return SelfManagedCertificates.open(
        new SelfManagedSettings("netlog-webhook", "netlog-system", SHORT), access, clock, events);
  }

  private void refused(String message) {
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(this::open)
        .withMessageContaining(message);
  }
}
