package dev.netlog.webhook.http;

import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.ServingCertificates;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Gives each handshake the current certificate. A new certificate needs no reload, and a handshake
/// never mixes the key of one with the chain of another.
final class CurrentKey extends X509ExtendedKeyManager {
  private final ServingCertificates certificates;

  /// The latest certificates with their aliases: a handshake that has begun may still ask for the
  /// previous one.
  private volatile Named newest;

  private volatile Named before;

  private record Named(String alias, ServingCertificate certificate) {}

  CurrentKey(ServingCertificates certificates) {
    this.certificates = certificates;
    this.newest = new Named("0", certificates.current());
    this.before = newest;
  }

  private synchronized Named now() {
    ServingCertificate current = certificates.current();
    if (!current.equals(newest.certificate())) {
      before = newest;
      newest = new Named(Integer.toString(Integer.parseInt(before.alias()) + 1), current);
    }
    return newest;
  }

  private ServingCertificate named(String alias) {
    Named last = newest;
    return last.alias().equals(alias) ? last.certificate() : before.certificate();
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    Named now = now();
    return now.certificate().key().getAlgorithm().equals(keyType) ? now.alias() : null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineServerAlias(keyType, issuers, null);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {now().alias()};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return named(alias).chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return named(alias).key();
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
