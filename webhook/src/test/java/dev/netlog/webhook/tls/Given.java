package dev.netlog.webhook.tls;

import dev.netlog.webhook.tls.authority.Authority;
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
import java.util.Date;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Keys and certificates for tests.
public final class Given {
  private Given() {}

  public static KeyPair key(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (size > 0) {
        generator.initialize(size);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public static KeyPair key() {
    return key("EC", 256);
  }

  /// A certificate that vouches for itself, valid for a day from the start of the clock of tests.
  public static X509Certificate certificate(KeyPair pair) {
    return certificate(pair, SetClock.START.plus(Duration.ofDays(1)));
  }

  public static X509Certificate certificate(KeyPair pair, Instant end) {
    X500Name name = new X500Name("CN=test");
    String algorithm =
        switch (pair.getPrivate().getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        };
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(SetClock.START.minus(Duration.ofDays(2))),
            Date.from(end),
            name,
            pair.getPublic());
    try {
      var signer = new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public static String pem(X509Certificate certificate) {
    return Authority.pem(certificate);
  }

  /// PKCS#8, as most tools write it.
  public static String pem(PrivateKey key) {
    return Pem.of(Pem.PRIVATE_KEY, key.getEncoded());
  }

  /// PKCS#1 of an RSA key, SEC1 of one on a curve.
  public static String traditionalPem(PrivateKey key) {
    if (key instanceof java.security.interfaces.ECPrivateKey curved) {
      return Pem.of("EC PRIVATE KEY", sec1(curved.getS()));
    }
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(key);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return text.toString();
  }

  /// As OpenSSL writes it, with the curve inside.
  private static byte[] sec1(BigInteger secret) {
    try {
      return new ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1).getEncoded();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
