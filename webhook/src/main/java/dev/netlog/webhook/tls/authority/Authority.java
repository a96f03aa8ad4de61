package dev.netlog.webhook.tls.authority;

import dev.netlog.webhook.tls.Pem;
import dev.netlog.webhook.tls.ServingCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that signs serving certificates: its key and its own certificate.
///
/// Keys use the curve P-256, signatures SHA-256 with ECDSA, both from the JDK.
public record Authority(PrivateKey key, X509Certificate certificate) {
  /// A fixed subject; clients only check the subject alternative names.
  private static final X500Principal LEAF = new X500Principal("CN=netlog-webhook");

  private static final SecureRandom RANDOM = new SecureRandom();

  /// A new authority.
  public static Authority create(AuthorityName of, Validity validity) {
    try {
      KeyPair pair = newPair();
      BigInteger serial = newSerial();
      X500Name name = of.subject(serial);
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              serial,
              date(validity.notBefore()),
              date(validity.notAfter()),
              name,
              pair.getPublic());
      add(builder, Extension.basicConstraints, new BasicConstraints(0));
      add(builder, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      return new Authority(pair.getPrivate(), signed(builder, pair.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException broken) {
      throw new IllegalStateException("cannot make a certificate authority", broken);
    }
  }

  /// Signs a serving certificate with a new key.
  public ServingCertificate issue(List<GeneralName> names, Validity validity) {
    try {
      KeyPair pair = newPair();
      var builder =
          new JcaX509v3CertificateBuilder(
              certificate,
              newSerial(),
              date(validity.notBefore()),
              date(validity.notAfter()),
              LEAF,
              pair.getPublic());
      add(builder, Extension.basicConstraints, new BasicConstraints(false));
      add(builder, Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(new GeneralName[0])));
      var identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()));
      return new ServingCertificate(pair.getPrivate(), List.of(signed(builder, key)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
      throw new IllegalStateException("cannot make a certificate", broken);
    }
  }

  /// Its identity, without the key.
  public Issuer issuer() {
    return new Issuer(id(certificate), Validity.of(certificate));
  }

  /// The fingerprint of a certificate.
  public static String id(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException cannotHappen) {
      throw new IllegalStateException(cannotHappen);
    }
  }

  /// The certificate as PEM, as in a `caBundle`.
  public String pem() {
    return pem(certificate);
  }

  public static String pem(X509Certificate certificate) {
    try {
      return Pem.of(Pem.CERTIFICATE, certificate.getEncoded());
    } catch (CertificateEncodingException cannotHappen) {
      throw new IllegalStateException(cannotHappen);
    }
  }

  /// The key as PEM.
  public String keyPem() {
    return Pem.of(Pem.PRIVATE_KEY, key.getEncoded());
  }

  @Override
  public String toString() {
    return "authority " + certificate.getSerialNumber().toString(16);
  }

  private static void add(
      JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier id, ASN1Encodable value)
      throws CertIOException {
    builder.addExtension(id, true, value);
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger newSerial() {
    // Positive and never zero, as RFC 5280 requires.
    return new BigInteger(119, RANDOM).setBit(119);
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }
}
