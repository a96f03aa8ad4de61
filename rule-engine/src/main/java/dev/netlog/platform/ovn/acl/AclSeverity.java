package dev.netlog.platform.ovn.acl;

import dev.netlog.rule.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The severities of ACL logging.
///
/// Source: the `severity` column of `ACL` in
/// [ovn-nb](https://github.com/ovn-org/ovn/blob/main/ovn-nb.ovsschema); exact case, no blanks.
public final class AclSeverity {
  public static final List<String> ALL = List.of("alert", "warning", "notice", "info", "debug");

  /// All of them, to stand at the end of a message.
  static final String CHOICE = "use alert, warning, notice, info or debug";

  /// Words of other loggers whose meaning is not in doubt, though their letters are far away.
  private static final Map<String, String> SYNONYMS =
      Map.of("warn", "warning", "dbg", "debug", "trace", "debug", "informational", "info");

  private AclSeverity() {}

  /// Whether OVN-Kubernetes takes it: one of the five, or the empty string, which means off.
  public static boolean isKnown(String severity) {
    return severity.isEmpty() || ALL.contains(severity);
  }

  /// Whether it is one of the five but for case and surrounding blanks.
  static @Nullable String sameWord(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    return ALL.contains(word) ? word : null;
  }

  /// The severity that was probably meant, or null.
  static @Nullable String meant(String written) {
    String near = DidYouMean.of(written, ALL);
    return near != null ? near : SYNONYMS.get(written.strip().toLowerCase(Locale.ROOT));
  }

  /// Whether a word says that nothing is to be logged, in a way OVN-Kubernetes does not understand.
  static boolean meansOff(String written) {
    return List.of("off", "none", "disabled", "disable", "false", "no", "null", "0")
        .contains(written.strip().toLowerCase(Locale.ROOT));
  }
}
