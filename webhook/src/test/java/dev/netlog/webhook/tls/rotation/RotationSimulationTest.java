package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.Given;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.authority.BundleText;
import dev.netlog.webhook.tls.authority.Issuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/// Replicas that race, crash, lose the API server and have their clocks set: whatever they do, and
/// in whatever order their calls arrive, what is served can be verified.
class RotationSimulationTest {
  private static final Lifetimes LIFETIMES =
      new Lifetimes(Duration.ofMinutes(3), Duration.ofMinutes(12));
  private static final SelfManagedSettings SETTINGS =
      new SelfManagedSettings("netlog-webhook", "netlog-system", LIFETIMES);
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private FakeCluster cluster = new FakeCluster();
  private List<SimulatedReplica> replicas = new ArrayList<>();
  private Set<String> signers = new HashSet<>();
  private Random random = new Random(0);

  @BeforeTry
  void begin() {
    cluster = new FakeCluster();
    replicas = new ArrayList<>();
    signers = new HashSet<>();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void whatIsServedWasPublishedInTimeAndNeverEnds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) {
    random = new Random(seed);
    String foreign = Given.pem(Given.certificate(Given.key()));
    cluster.publish(1, List.of(foreign));
    for (int each = 0; each < count; each++) {
      replicas.add(new SimulatedReplica(cluster, SETTINGS));
    }
    long end = cluster.nanos() + LENGTH.toNanos();
    while (cluster.nanos() < end) {
      SimulatedReplica turn =
          replicas.stream().min(Comparator.comparingLong(each -> each.next)).orElseThrow();
      cluster.passTo(turn.next);
      incident(turn);
      if (replicas.contains(turn)) {
        go(turn);
      }
      replicas.forEach(this::holds);
      assertThat(cluster.bundles.get(1).getFirst()).startsWith(foreign);
    }
    settle();
    assertThat(signers.size()).as("authorities that signed").isBetween(3, 30);
    assertThat(cluster.bundles.stream().flatMap(List::stream).map(BundleText::parse))
        .as("bundles hold nothing of ours that has ended")
        .allSatisfy(
            bundle ->
                assertThat(bundle.of(Replica.NAME))
                    .allMatch(each -> each.validity().covers(cluster.now())));
  }

  private void go(SimulatedReplica turn) {
    Leaf before = turn.replica.leaf();
    boolean more = turn.replica.step();
    Leaf after = turn.replica.leaf();
    if (after != null && (before == null || !before.issuer().equals(after.issuer()))) {
      assertThat(cluster.publishedFor(after.issuer().id()))
          .as("time between the publication of an authority and its first leaf")
          .isGreaterThanOrEqualTo(LIFETIMES.propagation());
      signers.add(after.issuer().id());
    }
    turn.next = cluster.nanos() + pause(more).toNanos();
  }

  /// Calls take up to three seconds, pauses up to four times what is meant.
  private Duration pause(boolean more) {
    long longest = more ? 3_000 : 4 * LIFETIMES.polling().toMillis();
    return Duration.ofMillis(1 + random.nextLong(longest));
  }

  private void incident(SimulatedReplica turn) {
    if (cluster.nanos() >= turn.reconnected) {
      turn.access.broken = null;
      turn.access.bundlesBroken = null;
    }
    switch (random.nextInt(120)) {
      case 0 -> crash(turn);
      case 1 -> turn.clock.off = Duration.ofHours(random.nextInt(-20_000, 20_000));
      case 2, 3 -> cutOff(turn);
      case 4 -> secretIncident();
      default -> {
        // An ordinary day.
      }
    }
  }

  /// For less than half of what an authority has left when its successor is due, and not twice in a
  /// row, nor the one that replaces it after a crash: nothing helps replicas that cannot publish a
  /// successor before their authority ends.
  private void cutOff(SimulatedReplica turn) {
    if (cluster.nanos() < turn.reconnected + LIFETIMES.leaf().toNanos()) {
      return;
    }
    turn.reconnected = cluster.nanos() + Duration.ofSeconds(random.nextInt(110)).toNanos();
    if (random.nextBoolean()) {
      turn.access.broken = TlsFailure.UNREACHABLE;
    } else {
      turn.access.bundlesBroken = TlsFailure.FORBIDDEN;
    }
  }

  private void crash(SimulatedReplica turn) {
    replicas.remove(turn);
    SimulatedReplica fresh = new SimulatedReplica(cluster, SETTINGS);
    fresh.next = cluster.nanos() + Duration.ofSeconds(random.nextInt(60)).toNanos();
    fresh.reconnected = turn.reconnected;
    replicas.add(fresh);
  }

  private void secretIncident() {
    if (cluster.secret == null || random.nextInt(3) > 0) {
      return;
    }
    if (random.nextBoolean()) {
      cluster.secret = null;
    } else {
      cluster.write(Map.of("ca.crt", "nonsense", "ca.key", ""));
    }
  }

  private void holds(SimulatedReplica each) {
    Leaf leaf = each.replica.leaf();
    if (leaf == null) {
      return;
    }
    assertThat(leaf.validity().covers(cluster.now())).as("%s at %s", leaf, cluster.now()).isTrue();
    assertThat(cluster.published())
        .as("authorities published, for %s at %s", leaf, cluster.now())
        .contains(leaf.issuer().id());
  }

  /// After all trouble everyone is served by the signer of the Secret.
  private void settle() {
    for (int round = 0; round < 12; round++) {
      // First, so that all have looked at what has ended by the end.
      cluster.pass(LIFETIMES.polling());
      for (SimulatedReplica each : replicas) {
        each.access.broken = null;
        each.access.bundlesBroken = null;
        each.look();
        holds(each);
      }
    }
    Issuer signer = cluster.signer();
    assertThat(replicas).allSatisfy(each -> assertThat(each.leaf().issuer()).isEqualTo(signer));
  }
}
