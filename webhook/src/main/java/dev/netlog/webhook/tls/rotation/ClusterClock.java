package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsFailure;
import java.time.Duration;
import java.time.Instant;

/// The clock that decides about certificates.
///
/// API servers check our certificates, so their clock is used if it is known: each response
/// contains it. Between responses the monotonic clock of this machine continues it. The calendar
/// clock of this machine is used only if no response had a time.
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
              + " certificates use the time of the API server; correct the clock of this machine");
    }
    return new Now(server, server, nanos);
  }
}
