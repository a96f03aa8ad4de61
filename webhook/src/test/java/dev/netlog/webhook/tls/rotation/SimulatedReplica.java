package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.RecordedEvents;
import dev.netlog.webhook.tls.ServingCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A replica in a fake cluster, with what it served and said.
final class SimulatedReplica {
  /// What the manifests ask for.
  static final SelfManagedSettings STANDARD =
      new SelfManagedSettings("netlog-webhook", "netlog-system", Lifetimes.STANDARD);

  private final FakeCluster cluster;
  private final Lifetimes lifetimes;
  final FakeCluster.Access access;
  final FakeCluster.MachineClock clock;
  final RecordedEvents events = new RecordedEvents();
  final Replica replica;
  private @Nullable ServingCertificate serving;

  /// When it is to go on.
  long next;

  /// When it will be connected again, where it is cut off.
  long reconnected;

  SimulatedReplica(FakeCluster cluster) {
    this(cluster, STANDARD);
  }

  SimulatedReplica(FakeCluster cluster, SelfManagedSettings settings) {
    this.cluster = cluster;
    this.lifetimes = settings.lifetimes();
    this.access = cluster.new Access();
    this.clock = cluster.new MachineClock();
    Troubles troubles = new Troubles(events, clock);
    this.replica =
        new Replica(
            settings,
            access,
            new ClusterClock(access, clock, troubles),
            troubles,
            certificate -> serving = certificate);
    this.next = cluster.nanos();
  }

  /// Takes all steps up to the next pause.
  void look() {
    for (int step = 0; replica.step(); step++) {
      if (step > 100) {
        throw new AssertionError("a replica that finds no end");
      }
    }
  }

  /// Looks until it serves.
  void start() {
    look();
    cluster.pass(lifetimes.propagation());
    look();
    assertThat(serving()).isNotNull();
  }

  /// Passes time up to a moment, with a look in each day.
  void passTo(Instant moment) {
    while (cluster.now().isBefore(moment)) {
      Duration left = Duration.between(cluster.now(), moment);
      cluster.pass(left.compareTo(Duration.ofDays(1)) < 0 ? left : Duration.ofDays(1));
      look();
    }
  }

  @Nullable ServingCertificate serving() {
    return serving;
  }

  /// What it serves; there must be something.
  ServingCertificate served() {
    return Objects.requireNonNull(serving, "nothing is served");
  }

  /// The same, as the replica sees it.
  Leaf leaf() {
    return Objects.requireNonNull(replica.leaf(), "nothing is served");
  }
}
