package dev.netlog.webhook.cluster;

import dev.netlog.model.GroupKind;
import dev.netlog.platform.PlatformKind;
import dev.netlog.webhook.tls.TimeSource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Watches the objects of one kind: checks whether the kind exists, lists and watches it, and
/// decides whether the result is current.
///
/// One thread maintains it; any thread may query it.
final class KindWatch implements AutoCloseable {
  /// How long a watch may be broken before its objects count as unknown. Healthy watches are
  /// restarted every few minutes, within a second.
  static final Duration STALE = Duration.ofSeconds(30);

  /// The interval of checks for a missing kind.
  static final Duration MISSING = Duration.ofMinutes(1);

  /// The delay after a call that failed.
  static final Duration RETRY = Duration.ofSeconds(5);

  private static final long PAGE = 100;

  private final PlatformKind kind;
  private final KubernetesClient client;
  private final TimeSource time;
  private final InventoryEvents events;
  private final Supplier<KindStore> stores;
  private volatile State state = new State.Looking();
  private long nextLook;
  private @Nullable String lastFailure;

  /// The state of the watch.
  private sealed interface State {
    /// Unknown whether the kind exists.
    record Looking() implements State {}

    /// The kind did not exist at that time.
    record Missing(long nanos) implements State {}

    /// The kind is watched.
    record Watched(Informer informer) implements State {}
  }

  /// A watch with the objects that it has delivered.
  private static final class Informer {
    private final KindStore store;
    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private volatile boolean synced;
    private volatile long lastWatched;

    Informer(KindStore store, SharedIndexInformer<GenericKubernetesResource> informer) {
      this.store = store;
      this.informer = informer;
    }
  }

  KindWatch(
      PlatformKind kind,
      KubernetesClient client,
      TimeSource time,
      InventoryEvents events,
      Supplier<KindStore> stores) {
    this.kind = kind;
    this.client = client;
    this.time = time;
    this.events = events;
    this.stores = stores;
    this.nextLook = time.nanos();
  }

  GroupKind kind() {
    return kind.kind();
  }

  /// The current objects, as far as they are known to be current.
  KindView view() {
    return switch (state) {
      case State.Looking _ -> KindView.UNKNOWN;
      case State.Missing(long nanos) ->
          time.nanos() - nanos <= MISSING.plus(STALE).toNanos() ? KindView.NONE : KindView.UNKNOWN;
      case State.Watched(Informer watched) ->
          watched.synced
                  && (watched.informer.isWatching()
                      || time.nanos() - watched.lastWatched <= STALE.toNanos())
              ? new KindView(watched.store.content(), watched.store.isComplete())
              : KindView.UNKNOWN;
    };
  }

  /// Does what is due; one thread calls it every few seconds.
  void lookAfter() {
    switch (state) {
      case State.Watched(Informer watched) -> {
        if (watched.informer.isWatching()) {
          watched.lastWatched = time.nanos();
          lastFailure = null;
        } else if (!watched.informer.isRunning()) {
          watched.store.clear();
          state = new State.Looking();
          nextLook = time.nanos() + RETRY.toNanos();
        }
      }
      case State.Looking _, State.Missing _ -> {
        if (time.nanos() - nextLook >= 0) {
          look();
        }
      }
    }
  }

  @Override
  public void close() {
    if (state instanceof State.Watched(Informer watched)) {
      watched.informer.close();
    }
  }

  private void look() {
    try {
      ResourceDefinitionContext found = Discovery.of(client, kind);
      if (found == null) {
        if (state instanceof State.Looking) {
          events.noted("the cluster has no " + kind.name());
        }
        state = new State.Missing(time.nanos());
        nextLook = time.nanos() + MISSING.toNanos();
      } else {
        watch(found);
      }
    } catch (KubernetesClientException refusal) {
      failed(refusal, "get");
      nextLook = time.nanos() + RETRY.toNanos();
    }
  }

  private void watch(ResourceDefinitionContext found) {
    KindStore store = stores.get();
    SharedIndexInformer<GenericKubernetesResource> informer =
        client
            .genericKubernetesResources(found)
            .inAnyNamespace()
            .withLimit(PAGE)
            .runnableInformer(0)
            .removeNamespaceIndex()
            .itemStore(store)
            .exceptionHandler((_, problem) -> goesOn(problem));
    Informer watched = new Informer(store, informer);
    watched.lastWatched = time.nanos();
    state = new State.Watched(watched);
    informer
        .start()
        .whenComplete(
            (_, problem) -> {
              if (problem == null) {
                watched.lastWatched = time.nanos();
                watched.synced = true;
                events.noted(
                    "watching " + kind.name() + ", " + store.size() + " objects at the start");
              }
            });
  }

  /// Whether an informer should retry: not if the kind is gone.
  private boolean goesOn(Throwable problem) {
    KubernetesClientException refusal = refusal(problem);
    if (refusal == null) {
      return true;
    }
    failed(refusal, "list and watch");
    return refusal.getCode() != Refusals.NOT_FOUND;
  }

  private static @Nullable KubernetesClientException refusal(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof KubernetesClientException refusal) {
        return refusal;
      }
    }
    return null;
  }

  /// Reports a lasting problem once.
  private synchronized void failed(KubernetesClientException refusal, String verb) {
    String message = Refusals.message(refusal, verb, kind.name());
    if (!message.equals(lastFailure)) {
      lastFailure = message;
      events.failed(message);
    }
  }
}
