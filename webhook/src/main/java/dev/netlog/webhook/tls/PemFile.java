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

/// What stands in a text of PEM blocks: certificates and private keys, in their order.
///
/// Keys may be PKCS#8, PKCS#1 or SEC1. Anything that is neither, such as the parameters of a curve
/// or a text between the blocks, is passed over, as OpenSSL does.
public record PemFile(List<X509Certificate> certificates, List<PrivateKey> keys) {
  /// No certificate chain is longer; Secrets are not either.
  private static final int LIMIT = 1 << 20;

  public PemFile {
    certificates = List.copyOf(certificates);
    keys = List.copyOf(keys);
  }

  /// It is no PEM, or holds what cannot be used; the message goes on after the name of the file.
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
        throw new IOException("it is larger than 1 MiB, which no certificate or key is");
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
                  "holds an encrypted key, and there is nobody to ask for the password; decrypt it"
                      + " with: openssl pkey -in FILE -out FILE");
          default -> {
            // Parameters of a curve, a certificate request: of no use here.
          }
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException broken) {
      // The parser answers some broken blocks with unchecked exceptions.
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

  /// The JDK takes no key that names its curve twice, as those made of SEC1 do.
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
