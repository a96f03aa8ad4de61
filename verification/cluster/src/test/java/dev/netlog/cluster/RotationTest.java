package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Cluster.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Certificates and their authorities change without a call that fails.
@Tag("reliability")
@ExtendWith(WithCluster.class)
class RotationTest {
  private static final int ROTATIONS = 5;
  private static final int PER_SECOND = 200;

  private final Cluster cluster;

  RotationTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @AfterEach
  void forget() {
    cluster.uninstall();
  }

  @Test
  void noCallFailsWhileAuthoritiesReachTheirEnd() {
    // An authority every twenty seconds.
    Setup setup = Setup.of("enforce", "--tls-leaf-lifetime=9s", "--tls-ca-lifetime=30s");
    try (Trust trust = started(setup, 1);
        Load load = Load.start(cluster.balancer().port(), trust, PER_SECOND)) {
      await(load, ROTATIONS + 1);
      report("their end", load);
    }
  }

  @Test
  void noCallFailsWhileTwoReplicasRaceForNewAuthorities() {
    Setup setup = Setup.of("enforce", "--tls-leaf-lifetime=24s", "--tls-ca-lifetime=1h");
    try (Trust trust = started(setup, 2);
        Load load = Load.start(cluster.balancer().port(), trust, PER_SECOND)) {
      await(load, 1);
      for (int i = 0; i < ROTATIONS; i++) {
        // Each of them makes a new one, and the first wins.
        var _ = cluster.api().delete("/api/v1/namespaces/netlog-system/secrets/netlog-webhook-tls");
        await(load, load.authorities() + 1);
      }
      report("a lost Secret, two replicas", load);
    }
  }

  /// Replicas that start all at once, with no Secret that any of them could find.
  private Trust started(Setup setup, int replicas) {
    cluster.uninstall();
    Overlay _ = cluster.install("enforce");
    List<Webhook> webhooks = new ArrayList<>();
    for (int i = 0; i < replicas; i++) {
      webhooks.add(cluster.unreadyReplica(setup));
    }
    webhooks.forEach(Webhook::awaitReady);
    cluster.balancer().sendTo(webhooks.toArray(Webhook[]::new));
    return new Trust(cluster);
  }

  /// Until leaves of so many authorities were met.
  private static void await(Load load, int authorities) {
    Await.until(
        authorities + " authorities; there are " + load.authorities(),
        Duration.ofMinutes(4),
        () -> load.authorities() >= authorities || !load.failures().isEmpty());
    assertThat(load.failures()).isEmpty();
  }

  private static void report(String what, Load load) {
    System.out.printf(
        "%s: %d authorities, %d certificates, %d calls at %d a second, none failed%n",
        what, load.authorities(), load.certificates(), load.succeeded(), load.perSecond());
  }
}
