package dev.netlog.webhook.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Detects the key type of a kubeconfig: the client assumes RSA for every PKCS#8 key unless it is
/// configured.
final class ClientKey {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private ClientKey() {}

  /// Whether it is a PKCS#8 key of an elliptic curve.
  ///
  /// @param data base64 of PEM, as in a kubeconfig; takes precedence over the file
  static boolean isOnCurve(@Nullable String data, @Nullable String file) {
    try {
      String pem = pem(data, file);
      int start = pem.indexOf(BEGIN);
      int end = pem.indexOf(END);
      if (start < 0 || end < start) {
        return false;
      }
      byte[] der = Base64.getMimeDecoder().decode(pem.substring(start + BEGIN.length(), end));
      KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
      return true;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
      // Another type, or invalid data, which the client will report.
      return false;
    }
  }

  private static String pem(@Nullable String data, @Nullable String file) throws IOException {
    if (data != null) {
      return new String(Base64.getDecoder().decode(data), StandardCharsets.ISO_8859_1);
    }
    return file == null ? "" : Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
  }
}
