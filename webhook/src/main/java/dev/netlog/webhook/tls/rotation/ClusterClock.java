package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsFailure;
import java.time.Duration;
import java.time.Instant;

/// The clock that certificates go by.
///
/// API servers check our certificates, so their clock counts where it is known: it comes with each
/// of their answers. From one answer to the next the counter of this machine goes on, which nobody
/// can set. Only where no answer has told the time does the calendar of this machine count.
final class ClusterClock {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final AuthorityStore store;
  private final TimeSource time;
  private final Troubles troubles;

  ClusterClock(AuthorityStore store, TimeSource time, Troubles troubles) {
    this.store = store;
    this.time = time;
    this.troubles = troubles;
  }

  Now now() {
    long nanos = time.nanos();
    Instant wall = time.wall();
    AuthorityStore.ServerTime told = store.serverTime();
    if (told == null) {
      return new Now(wall, Instant.EPOCH, nanos);
    }
    Instant server = told.instant().plusNanos(nanos - told.nanos());
    if (Duration.between(server, wall).abs().compareTo(TOLERANCE) > 0) {
      troubles.report(
          TlsFailure.CLOCK,
          "the clock of this machine is more than five minutes off that of the API server;"
              + " certificates follow the API server, set the clock");
    }
    return new Now(server, server, nanos);
  }
}
