package dev.netlog.webhook.tls.authority;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text of a `caBundle`: our certificates and those of others, in PEM.
///
/// All text that is not ours is preserved exactly, even if it cannot be parsed.
public final class BundleText {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private final String text;
  private final List<Block> blocks;

  /// A certificate and its place in the text.
  private record Block(int start, int end, X509Certificate certificate, String id) {}

  private BundleText(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  public static BundleText parse(String text) {
    List<Block> blocks = new ArrayList<>();
    int start = text.indexOf(BEGIN);
    while (start >= 0) {
      int end = text.indexOf(END, start);
      if (end < 0) {
        break;
      }
      end += END.length();
      X509Certificate certificate = certificate(text.substring(start, end));
      if (certificate != null) {
        blocks.add(new Block(start, end, certificate, Authority.id(certificate)));
      }
      start = text.indexOf(BEGIN, end);
    }
    return new BundleText(text, blocks);
  }

  /// The fingerprints of all certificates.
  public Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    blocks.forEach(each -> ids.add(each.id()));
    return ids;
  }

  /// The authorities with a name.
  public Set<Issuer> of(AuthorityName name) {
    Set<Issuer> issuers = new LinkedHashSet<>();
    for (Block each : blocks) {
      if (name.isOf(each.certificate())) {
        issuers.add(new Issuer(each.id(), Validity.of(each.certificate())));
      }
    }
    return issuers;
  }

  /// The text without some certificates, and with the missing ones of some others appended.
  ///
  /// @param more PEM by id
  public String with(Map<String, String> more, Set<String> without) {
    StringBuilder merged = new StringBuilder();
    int copied = 0;
    for (Block each : blocks) {
      if (without.contains(each.id())) {
        merged.append(text, copied, each.start());
        copied = text.startsWith("\n", each.end()) ? each.end() + 1 : each.end();
      }
    }
    merged.append(text, copied, text.length());
    Set<String> there = ids();
    more.forEach(
        (id, pem) -> {
          if (!there.contains(id)) {
            if (!merged.isEmpty() && merged.charAt(merged.length() - 1) != '\n') {
              merged.append('\n');
            }
            merged.append(pem);
          }
        });
    return merged.toString();
  }

  private static @Nullable X509Certificate certificate(String pem) {
    try {
      var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException _) {
      return null;
    }
  }
}
