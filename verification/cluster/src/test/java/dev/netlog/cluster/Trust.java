package dev.netlog.cluster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// The authorities that the webhook configurations name, followed as an API server follows them:
/// with some delay.
final class Trust implements Supplier<SSLContext>, AutoCloseable {
  private static final Duration DELAY = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Set<X509Certificate> met = ConcurrentHashMap.newKeySet();
  private final Thread follower;
  private volatile SSLContext current;
  private volatile boolean over;

  Trust(Cluster cluster) {
    this.cluster = cluster;
    this.current = read();
    this.follower = Thread.ofPlatform().daemon().name("trust").start(this::follow);
  }

  private void follow() {
    while (!over) {
      SSLContext next = read();
      Await.pause(DELAY);
      current = next;
    }
  }

  private SSLContext read() {
    List<X509Certificate> authorities = certificates(cluster.bundles().getFirst());
    met.addAll(authorities);
    return Pki.context(authorities, null);
  }

  /// The certificates of a file in PEM.
  static List<X509Certificate> certificates(String pem) {
    try {
      List<X509Certificate> certificates = new ArrayList<>();
      for (var each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
        certificates.add((X509Certificate) each);
      }
      return certificates;
    } catch (CertificateException e) {
      throw new IllegalStateException(pem, e);
    }
  }

  @Override
  public SSLContext get() {
    return current;
  }

  /// How many authorities there were so far.
  int authorities() {
    return met.size();
  }

  @Override
  public void close() {
    over = true;
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
