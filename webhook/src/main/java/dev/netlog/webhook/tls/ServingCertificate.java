package dev.netlog.webhook.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// A private key and its certificate chain. Safe to log: `toString` returns the serial number and
/// the expiry only.
///
/// @param key of the first certificate
/// @param chain the leaf first, then the issuers that clients may not have
public record ServingCertificate(PrivateKey key, List<X509Certificate> chain) {
  public ServingCertificate {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a chain begins with a leaf");
    }
  }

  /// The certificate of the key.
  public X509Certificate leaf() {
    return chain.getFirst();
  }

  /// When the leaf expires.
  public Instant expiry() {
    return leaf().getNotAfter().toInstant();
  }

  @Override
  public String toString() {
    return "certificate " + leaf().getSerialNumber().toString(16) + " until " + expiry();
  }
}
