package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.Polling;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.Upkeep;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Certificates signed by an authority of the webhook itself. Its replicas share the authority in a
/// Secret and publish it in the `caBundle` of the webhook configurations.
///
/// Each replica has its own serving certificate, which is never stored. If the API server fails,
/// the certificate in memory stays in use, and is renewed as long as its authority is valid.
public final class SelfManagedCertificates implements ServingCertificates {
  /// How long a start waits for an API server that does not answer.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// The maximum number of steps in a row, more than any situation needs; the rest follows in the
  /// next round.
  private static final int STEPS = 60;

  private final Lifetimes lifetimes;
  private final Replica replica;
  private final Troubles troubles;
  private final TlsEvents events;
  private final TimeSource time;
  private final Polling polling;
  private final AtomicReference<@Nullable ServingCertificate> current = new AtomicReference<>();
  private volatile Consumer<ServingCertificate> listener = _ -> {};
  private volatile Upkeep upkeep;

  private SelfManagedCertificates(
      SelfManagedSettings settings, AuthorityStore store, TimeSource time, TlsEvents events) {
    this.lifetimes = settings.lifetimes();
    this.events = events;
    this.time = time;
    this.upkeep = new Upkeep(time.wall(), false, 0);
    this.troubles = new Troubles(events, time);
    this.replica =
        new Replica(
            settings, store, new ClusterClock(store, time, troubles), troubles, this::serve);
    this.polling = new Polling("tls-authorities", this::poll);
  }

  /// Creates certificates for a Service; returns once there is one that API servers accept.
  ///
  /// The first start in a cluster takes the propagation time, about ten seconds; later starts only
  /// take a few calls to the API server.
  ///
  /// @throws TlsStartException if the API server forbids a needed call or does not answer for a
  ///   minute, the Secret is not ours, or its namespace does not exist
  public static SelfManagedCertificates open(
      SelfManagedSettings settings, AuthorityStore store, TimeSource time, TlsEvents events)
      throws TlsStartException {
    SelfManagedCertificates opened = new SelfManagedCertificates(settings, store, time, events);
    opened.awaitFirst();
    opened.polling.start();
    return opened;
  }

  @Override
  public ServingCertificate current() {
    ServingCertificate serving = current.get();
    if (serving == null) {
      throw new IllegalStateException("opened without a certificate");
    }
    return serving;
  }

  @Override
  public Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public void onChange(Consumer<ServingCertificate> listener) {
    this.listener = listener;
  }

  @Override
  public void close() {
    polling.close();
  }

  private void awaitFirst() throws TlsStartException {
    long start = time.nanos();
    while (true) {
      look();
      if (current.get() != null) {
        return;
      }
      for (Troubles.Trouble trouble : troubles.takeRecent()) {
        if (!isTemporary(trouble.failure(), time.nanos() - start)) {
          throw new TlsStartException(trouble.message());
        }
      }
      pause();
    }
  }

  private static boolean isTemporary(TlsFailure failure, long waited) {
    return switch (failure) {
      case UNREACHABLE -> waited < PATIENCE.toNanos();
      case FORBIDDEN, SECRET_FOREIGN, NAMESPACE_ABSENT, INTERNAL -> false;
      case FILE_UNREADABLE, FILE_INVALID, EXPIRED, SECRET_GONE, SECRET_INVALID, CLOCK -> true;
    };
  }

  private void pause() throws TlsStartException {
    try {
      Thread.sleep(lifetimes.polling());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new TlsStartException("stopped before there was a certificate");
    }
  }

  private Duration poll() {
    look();
    return lifetimes.polling();
  }

  private void look() {
    try {
      for (int step = 0; step < STEPS && replica.step(); step++) {
        // The step does all the work.
      }
    } catch (RuntimeException bug) {
      replica.startOver();
      troubles.report(TlsFailure.INTERNAL, "the maintenance of the certificates failed: " + bug);
    }
    upkeep = new Upkeep(upkeep.since(), !troubles.takeFailed(), replica.published());
  }

  private void serve(ServingCertificate certificate) {
    upkeep = new Upkeep(time.wall(), upkeep.successful(), upkeep.published());
    boolean first = current.getAndSet(certificate) == null;
    if (!first) {
      listener.accept(certificate);
      events.renewed(certificate);
    }
  }
}
