package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.authority.Issuer;
import dev.netlog.webhook.tls.authority.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The serving certificate of a replica.
///
/// @param renewal the time from which it should be renewed
record Leaf(Issuer issuer, Validity validity, Instant renewal) {

  /// A leaf that is signed now; it expires no later than its authority.
  static Leaf of(Issuer issuer, Instant now, Duration life) {
    Instant start = now.minus(Validity.BACKDATED);
    Instant first = issuer.validity().notBefore();
    // Certificates have a resolution of seconds.
    Instant end = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
    Instant last = issuer.validity().notAfter();
    Validity validity =
        new Validity(start.isAfter(first) ? start : first, end.isBefore(last) ? end : last);
    Duration left = Duration.between(now, validity.notAfter());
    return new Leaf(issuer, validity, validity.notAfter().minus(Lifetimes.margin(left)));
  }
}
