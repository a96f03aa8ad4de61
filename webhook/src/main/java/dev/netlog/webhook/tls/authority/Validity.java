package dev.netlog.webhook.tls.authority;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/// From when to when a certificate is valid.
public record Validity(Instant notBefore, Instant notAfter) {
  /// How far the clock of whoever checks a certificate may be behind ours.
  public static final Duration BACKDATED = Duration.ofHours(1);

  /// From now on, for whoever's clock may be behind.
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
