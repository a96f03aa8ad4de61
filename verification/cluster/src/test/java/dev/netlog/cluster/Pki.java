package dev.netlog.cluster;

import dev.netlog.cluster.Authority.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/// The certificates of a cluster.
///
/// @param folder where `ca.crt`, `server.crt`, `server.key`, `admin.crt`, `admin.key` and `sa.key`
///   are
/// @param admin what a client needs to be a cluster administrator
record Pki(Path folder, SSLContext admin) {
  private static final char[] NO_PASSWORD = new char[0];

  /// Makes them.
  static Pki create(Path folder) {
    Authority authority = new Authority();
    Identity server =
        authority.issue(
            "CN=kube-apiserver",
            List.of(
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.dNSName, "kubernetes.default.svc")));
    Identity admin = authority.issue("CN=admin,O=system:masters", List.of());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("ca.crt"), Authority.pem(authority.certificate()));
      write(folder, "server", server);
      write(folder, "admin", admin);
      Files.writeString(
          folder.resolve("sa.key"), Authority.keyPem(Authority.keys("RSA", 2048).getPrivate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Pki(folder, context(List.of(authority.certificate()), admin));
  }

  private static void write(Path folder, String name, Identity identity) throws IOException {
    Files.writeString(folder.resolve(name + ".crt"), identity.certificatePem());
    Files.writeString(folder.resolve(name + ".key"), identity.keyPem());
  }

  /// The path of one of the files.
  String file(String name) {
    return folder.resolve(name).toString();
  }

  /// How a client trusts some authorities, and who it is.
  static SSLContext context(Collection<X509Certificate> trusted, @Nullable Identity client) {
    try {
      KeyStore authorities = KeyStore.getInstance("PKCS12");
      authorities.load(null, NO_PASSWORD);
      for (X509Certificate each : trusted) {
        authorities.setCertificateEntry("a" + authorities.size(), each);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(client == null ? null : keys(client), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyManager[] keys(Identity client) throws GeneralSecurityException, IOException {
    KeyStore identity = KeyStore.getInstance("PKCS12");
    identity.load(null, NO_PASSWORD);
    identity.setKeyEntry(
        "client", client.key(), NO_PASSWORD, new Certificate[] {client.certificate()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(identity, NO_PASSWORD);
    return keys.getKeyManagers();
  }
}
