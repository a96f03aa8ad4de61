package dev.netlog.webhook.tls.files;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.KeyMatch;
import dev.netlog.webhook.tls.PemFile;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.TlsFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/// The files of a certificate: its chain and its key. They may be the same file.
///
/// @param certificate PEM, the leaf first
/// @param key PEM, not encrypted
record CertificateFiles(Path certificate, Path key) {
  /// How many reads may be needed until both files are stable.
  private static final int ATTEMPTS = 3;

  /// The content of the files at one time; compared by bytes.
  static final class Content {
    private final byte[] certificate;
    private final byte[] key;

    private Content(byte[] certificate, byte[] key) {
      this.certificate = certificate;
      this.key = key;
    }

    boolean sameAs(Content other) {
      return Arrays.equals(certificate, other.certificate) && MessageDigest.isEqual(key, other.key);
    }
  }

  /// The files cannot be used; the message names the file and the fix.
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final TlsFailure failure;
    private final String sentence;

    Unusable(TlsFailure failure, String sentence) {
      super(sentence);
      this.failure = failure;
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }

    TlsFailure failure() {
      return failure;
    }
  }

  /// Reads both files, and again if one was replaced meanwhile: Kubernetes replaces both at once by
  /// changing a link.
  Content read() throws Unusable {
    Content content = readOnce();
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Content again = readOnce();
      if (again.sameAs(content)) {
        return content;
      }
      content = again;
    }
    return content;
  }

  /// The certificate in the content.
  ServingCertificate parse(Content content) throws Unusable {
    List<X509Certificate> chain = pem(certificate, content.certificate).certificates();
    if (chain.isEmpty()) {
      throw invalid(
          certificate, "holds no certificate; a PEM block \"BEGIN CERTIFICATE\" is needed");
    }
    List<PrivateKey> keys = pem(key, content.key).keys();
    if (keys.isEmpty()) {
      throw invalid(key, "holds no private key; a PEM block \"BEGIN PRIVATE KEY\" is needed");
    }
    PrivateKey secret = keys.getFirst();
    if (!KeyMatch.matches(secret, chain.getFirst().getPublicKey())) {
      throw invalid(key, mismatch(secret, chain));
    }
    return new ServingCertificate(secret, chain);
  }

  private String mismatch(PrivateKey secret, List<X509Certificate> chain) {
    return chain.stream().anyMatch(each -> KeyMatch.matches(secret, each.getPublicKey()))
        ? "belongs to a later certificate of "
            + FileWords.quoted(certificate)
            + "; put the certificate of the server first"
        : "is not the key of the certificate in "
            + FileWords.quoted(certificate)
            + "; give the two files of one certificate";
  }

  private Content readOnce() throws Unusable {
    return new Content(bytes(certificate, "--tls-cert"), bytes(key, "--tls-key"));
  }

  private static byte[] bytes(Path file, String option) throws Unusable {
    try {
      return PemFile.read(file);
    } catch (IOException failure) {
      throw new Unusable(
          TlsFailure.FILE_UNREADABLE,
          "cannot read "
              + FileWords.quoted(file)
              + ": "
              + FileWords.reason(failure)
              + "; "
              + step(failure, option));
    }
  }

  private static String step(IOException failure, String option) {
    return switch (failure) {
      case AccessDeniedException _ -> "make it readable for the user of this process";
      case NoSuchFileException _ -> "put it there, or name another with " + option;
      default -> "name a file in PEM with " + option;
    };
  }

  private static PemFile pem(Path file, byte[] bytes) throws Unusable {
    try {
      return PemFile.parse(bytes);
    } catch (PemFile.Malformed malformed) {
      throw invalid(file, malformed.sentence());
    }
  }

  private static Unusable invalid(Path file, String message) {
    return new Unusable(TlsFailure.FILE_INVALID, FileWords.quoted(file) + " " + message);
  }
}
