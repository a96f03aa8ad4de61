package dev.netlog.run;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The identity of a finding across runs: it stays the same if lines move, messages change or files
/// are renamed.
///
/// It is made of rule, resource, pointer, JSON member, and a number among equals in path order. If
/// there is no resource (a file that could not be read as one), the path takes its place. One
/// instance numbers the findings of one report, in the report's order; not safe for use by several
/// threads.
public final class FindingFingerprint {
  private final Map<String, Integer> seen = new HashMap<>();

  /// The fingerprint of the next finding: 32 hexadecimal digits.
  public String next(
      String rule,
      @Nullable ResourceId subject,
      String path,
      JsonPointer pointer,
      @Nullable JsonPointer member) {
    String identity =
        subject == null
            ? "path\0" + path
            : String.join(
                "\0",
                subject.apiVersion(),
                subject.kind(),
                subject.namespace() == null ? "" : subject.namespace(),
                subject.name());
    String key =
        String.join("\0", rule, identity, pointer.toString(), member == null ? "" : "#" + member);
    int ordinal = seen.merge(key, 1, Integer::sum);
    return hash(key + "\0" + ordinal);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
