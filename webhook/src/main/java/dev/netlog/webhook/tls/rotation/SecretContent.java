package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.KeyMatch;
import dev.netlog.webhook.tls.PemFile;
import dev.netlog.webhook.tls.authority.Authority;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The content of the Secret: the authority that signs and the one that signs next, each with its
/// key.
///
/// @param problems one line for each value that could not be read
record SecretContent(
    @Nullable Authority signer, @Nullable Authority successor, List<String> problems) {
  static final SecretContent NONE = new SecretContent(null, null, List.of());

  private static final String SIGNER = "ca";
  private static final String SUCCESSOR = "next-ca";

  SecretContent {
    problems = List.copyOf(problems);
  }

  static SecretContent of(@Nullable Authority signer, @Nullable Authority successor) {
    return new SecretContent(signer, successor, List.of());
  }

  /// Parses the data of a Secret; an unreadable authority counts as missing.
  static SecretContent parse(Map<String, String> data) {
    List<String> problems = new ArrayList<>();
    Authority signer = authority(data, SIGNER, problems);
    Authority successor = authority(data, SUCCESSOR, problems);
    return new SecretContent(signer, successor, problems);
  }

  Map<String, String> data() {
    Map<String, String> data = new TreeMap<>();
    put(data, SIGNER, signer);
    put(data, SUCCESSOR, successor);
    return data;
  }

  private static void put(Map<String, String> data, String name, @Nullable Authority authority) {
    if (authority != null) {
      data.put(name + ".crt", authority.pem());
      data.put(name + ".key", authority.keyPem());
    }
  }

  private static @Nullable Authority authority(
      Map<String, String> data, String name, List<String> problems) {
    String certificate = data.get(name + ".crt");
    String key = data.get(name + ".key");
    if (certificate == null && key == null) {
      return null;
    }
    try {
      List<X509Certificate> certificates =
          PemFile.parse(certificate == null ? "" : certificate).certificates();
      List<PrivateKey> keys = PemFile.parse(key == null ? "" : key).keys();
      if (certificates.size() == 1
          && keys.size() == 1
          && certificates.getFirst().getBasicConstraints() >= 0
          && keys.getFirst() instanceof ECPrivateKey
          && KeyMatch.matches(keys.getFirst(), certificates.getFirst().getPublicKey())) {
        return new Authority(keys.getFirst(), certificates.getFirst());
      }
      problems.add("\"" + name + ".crt\" and \"" + name + ".key\" do not belong together");
    } catch (PemFile.Malformed malformed) {
      problems.add("\"" + name + ".crt\" or \"" + name + ".key\" " + malformed.sentence());
    }
    return null;
  }

  @Override
  public String toString() {
    return "signer " + signer + ", successor " + successor;
  }
}
