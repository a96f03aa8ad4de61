package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Cluster.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Certificates and their authorities change without a call that fails.
@Tag("reliability")
@ExtendWith(WithCluster.class)
class RotationTest {
  private static final int ROTATIONS = 5;
  private static final int PER_SECOND = 200;

  /// An authority every eleven seconds.
  private static final Setup SHORT_LIVED =
      Setup.of("enforce", "--tls-leaf-lifetime=8s", "--tls-ca-lifetime=16s");

  private final Cluster cluster;

  RotationTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @AfterEach
  void forget() {
    cluster.uninstall();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void no_call_fails_while_authorities_change(int replicas) {
    cluster.uninstall();
    Overlay _ = cluster.install("enforce");
    // All at once, with no Secret that any of them could find.
    List<Webhook> webhooks = new ArrayList<>();
    for (int i = 0; i < replicas; i++) {
      webhooks.add(cluster.unreadyReplica(SHORT_LIVED));
    }
    webhooks.forEach(Webhook::awaitReady);
    cluster.balancer().sendTo(webhooks.toArray(Webhook[]::new));
    try (Trust trust = new Trust(cluster);
        Load load = Load.start(cluster.balancer().port(), trust, PER_SECOND)) {
      int before = trust.authorities();
      Await.until(
          ROTATIONS + " rotations; " + load.failures(),
          Duration.ofMinutes(3),
          () -> trust.authorities() >= before + ROTATIONS || !load.failures().isEmpty());
      // The last authority signs a leaf a moment after it is published.
      int leaves = load.certificates();
      Await.until(
          "its leaf is served; " + load.failures(),
          Duration.ofMinutes(1),
          () -> load.certificates() >= leaves + replicas || !load.failures().isEmpty());
      assertThat(load.failures()).isEmpty();
      assertThat(load.certificates()).isGreaterThanOrEqualTo(ROTATIONS * replicas);
      System.out.printf(
          "%d replicas, %d authorities, %d certificates, %d calls, none failed%n",
          replicas, trust.authorities(), load.certificates(), load.succeeded());
    }
  }
}
