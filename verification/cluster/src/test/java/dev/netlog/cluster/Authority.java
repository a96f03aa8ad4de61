package dev.netlog.cluster;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Signs the certificates of a cluster.
final class Authority {
  private static final Duration LIFE = Duration.ofDays(1);

  private final Identity self;

  /// A certificate with its key.
  record Identity(PrivateKey key, X509Certificate certificate) {
    String certificatePem() {
      return pem(certificate);
    }

    String keyPem() {
      return Authority.keyPem(key);
    }
  }

  Authority() {
    X500Principal name = new X500Principal("CN=cluster-tests");
    KeyPair keys = keys("EC", 256);
    this.self = sign(name, keys.getPrivate(), name, keys, List.of());
  }

  X509Certificate certificate() {
    return self.certificate();
  }

  /// A certificate for a server at some names, or for a client.
  Identity issue(String subject, List<GeneralName> names) {
    return sign(
        self.certificate().getSubjectX500Principal(),
        self.key(),
        new X500Principal(subject),
        keys("EC", 256),
        names);
  }

  private static Identity sign(
      X500Principal issuer,
      PrivateKey key,
      X500Principal subject,
      KeyPair keys,
      List<GeneralName> names) {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(now.getEpochSecond())
                .multiply(BigInteger.valueOf(System.nanoTime())),
            Date.from(now.minusSeconds(60)),
            Date.from(now.plus(LIFE)),
            subject,
            keys.getPublic());
    try {
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(issuer.equals(subject)));
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(names.toArray(GeneralName[]::new)));
      }
      return new Identity(
          keys.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("no certificate for " + subject, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeyPair keys(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no keys", e);
    }
  }

  static String keyPem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
