package dev.netlog.webhook.tls;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A replica in a fake cluster, with what it served and said.
final class SimulatedReplica {
  final FakeCluster.Access access;
  final FakeCluster.MachineClock clock;
  final RecordedEvents events = new RecordedEvents();
  final Replica replica;
  private @Nullable ServingCertificate serving;

  /// When it is to go on.
  long next;

  /// When it will be connected again, where it is cut off.
  long reconnected;

  SimulatedReplica(FakeCluster cluster, SelfManagedSettings settings) {
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
