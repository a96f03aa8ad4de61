package dev.netlog.webhook.cluster;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.platform.PlatformKind;
import dev.netlog.webhook.tls.TimeSource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Watches the other objects of the cluster and keeps them in memory.
///
/// Each inventory is a consistent snapshot, never changes, and is cheap to create: it shares
/// objects with earlier ones. A kind whose objects have not all arrived, or whose watch is broken,
/// is unknown. A kind that the cluster does not have has no objects.
public final class ClusterInventory implements Supplier<Inventory>, AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// The interval of calls that check whether the API server is alive: a watch can be silent for
  /// hours, even if its connection is dead.
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final KubernetesClient client;
  private final TimeSource time;
  private final List<KindWatch> watches;
  private final InventoryEvents events;
  private final Thread thread;
  private volatile long lastAnswer;

  // Only used by the maintenance thread.
  private boolean silent;

  private ClusterInventory(
      KubernetesClient client, TimeSource time, List<KindWatch> watches, InventoryEvents events) {
    this.client = client;
    this.time = time;
    this.watches = watches;
    this.events = events;
    this.lastAnswer = time.nanos() - HEARTBEAT.toNanos();
    this.thread = Thread.ofPlatform().name("inventory").daemon().unstarted(this::run);
  }

  static ClusterInventory start(
      KubernetesClient client,
      TimeSource time,
      List<PlatformKind> kinds,
      Predicate<String> keys,
      CacheBudget budget,
      InventoryEvents events) {
    ClusterInventory inventory = of(client, time, kinds, keys, budget, events);
    inventory.thread.start();
    return inventory;
  }

  /// Creates an inventory without the thread that maintains the watches.
  static ClusterInventory of(
      KubernetesClient client,
      TimeSource time,
      List<PlatformKind> kinds,
      Predicate<String> keys,
      CacheBudget budget,
      InventoryEvents events) {
    Condenser condenser = new Condenser(keys);
    List<KindWatch> watches =
        kinds.stream()
            .map(
                kind ->
                    new KindWatch(
                        kind,
                        client,
                        time,
                        events,
                        () -> new KindStore(kind, condenser, budget, events::failed)))
            .toList();
    return new ClusterInventory(client, time, watches, events);
  }

  /// The current objects, as far as they are known.
  @Override
  public Inventory get() {
    if (time.nanos() - lastAnswer > KindWatch.STALE.toNanos()) {
      return new SnapshotInventory(Map.of());
    }
    Map<GroupKind, KindView> views = HashMap.newHashMap(watches.size());
    for (KindWatch each : watches) {
      views.put(each.kind(), each.view());
    }
    return new SnapshotInventory(views);
  }

  /// Whether every kind is known.
  public boolean isSynced() {
    return time.nanos() - lastAnswer <= KindWatch.STALE.toNanos()
        && watches.stream().allMatch(each -> each.view().content() != null);
  }

  @Override
  public void close() {
    thread.interrupt();
    watches.forEach(KindWatch::close);
  }

  /// Maintains each watch once.
  void lookAfter() {
    if (time.nanos() - lastAnswer >= HEARTBEAT.toNanos() && !answers()) {
      // The watches would not get an answer either, and each would wait for seconds.
      return;
    }
    for (KindWatch each : watches) {
      try {
        each.lookAfter();
      } catch (RuntimeException bug) {
        events.failed("the maintenance of the watch of " + each.kind().kind() + " failed: " + bug);
      }
    }
  }

  /// Whether the API server responds, with any status.
  private boolean answers() {
    try {
      client.raw("/version");
    } catch (KubernetesClientException refusal) {
      if (Refusals.isUnanswered(refusal)) {
        reportSilence("the API server does not answer, so rules treat all its objects as unknown");
        return false;
      }
    }
    silent = false;
    lastAnswer = time.nanos();
    return true;
  }

  /// Reports this once, until it responds again.
  private void reportSilence(String message) {
    if (!silent) {
      silent = true;
      events.failed(message);
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        lookAfter();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      // Closed: the thread ends.
    }
  }
}
