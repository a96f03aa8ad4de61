package dev.netlog.webhook.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/// The certificates and private keys in a PEM text, in document order.
///
/// Keys may be PKCS#8, PKCS#1 or SEC1. Other blocks, such as curve parameters, and text between
/// blocks are ignored, as in OpenSSL.
public record PemFile(List<X509Certificate> certificates, List<PrivateKey> keys) {
  /// The largest PEM file, in bytes; Secrets have the same limit.
  private static final int LIMIT = 1 << 20;

  public PemFile {
    certificates = List.copyOf(certificates);
    keys = List.copyOf(keys);
  }

  /// The text is not PEM, or has unusable content; the message continues after the name of the
  /// file.
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    Malformed(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /// The bytes of a file, up to a limit.
  public static byte[] read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new IOException("it is larger than 1 MiB, too large for a certificate or key");
      }
      return bytes;
    }
  }

  public static PemFile parse(byte[] bytes) throws Malformed {
    return parse(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  public static PemFile parse(String text) throws Malformed {
    List<X509Certificate> certificates = new ArrayList<>();
    List<PrivateKey> keys = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
        switch (block) {
          case X509CertificateHolder holder -> certificates.add(certificate(holder));
          case X509TrustedCertificateBlock trusted ->
              certificates.add(certificate(trusted.getCertificateHolder()));
          case PEMKeyPair pair -> keys.add(key(pair.getPrivateKeyInfo()));
          case PrivateKeyInfo info -> keys.add(key(info));
          case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
              throw new Malformed(
                  "holds an encrypted key, but the server cannot ask for a password; decrypt it"
                      + " with: openssl pkey -in FILE -out FILE");
          default -> {
            // Curve parameters or a certificate request: not needed here.
          }
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException broken) {
      // The parser throws unchecked exceptions for some broken blocks.
      throw new Malformed("holds a PEM block that cannot be read; is the file cut off?");
    }
    return new PemFile(certificates, keys);
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }

  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    ASN1ObjectIdentifier kind = info.getPrivateKeyAlgorithm().getAlgorithm();
    if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return curveKey(info);
    }
    String algorithm = kind.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : kind.getId();
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  /// The JDK refuses a key that names its curve twice, as those converted from SEC1 do.
  private static PrivateKey curveKey(PrivateKeyInfo info)
      throws IOException, GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(info.getPrivateKeyAlgorithm().getParameters().toASN1Primitive().getEncoded());
    ECPrivateKey read = ECPrivateKey.getInstance(info.parsePrivateKey());
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(read.getKey(), curve.getParameterSpec(ECParameterSpec.class)));
  }
}
