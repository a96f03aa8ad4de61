package dev.netlog.webhook.tls.authority;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/// The period in which a certificate is valid.
public record Validity(Instant notBefore, Instant notAfter) {
  /// How far a client's clock may be behind ours.
  public static final Duration BACKDATED = Duration.ofHours(1);

  /// A period that starts early, for clients whose clock is behind.
  public static Validity from(Instant now, Duration life) {
    return new Validity(now.minus(BACKDATED), now.plus(life));
  }

  static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  public boolean covers(Instant moment) {
    return !moment.isBefore(notBefore) && moment.isBefore(notAfter);
  }
}
