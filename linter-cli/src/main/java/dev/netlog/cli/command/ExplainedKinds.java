package dev.netlog.cli.command;

import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The kinds that `netlog explain` takes, by the words that kubectl takes for them.
final class ExplainedKinds {
  private static final Map<String, List<String>> WORDS = words();

  private ExplainedKinds() {}

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("NetworkPolicy", List.of("netpol"));
    words.put("Namespace", List.of("ns"));
    words.put("AdminNetworkPolicy", List.of("anp"));
    words.put("BaselineAdminNetworkPolicy", List.of("banp"));
    words.put("EgressFirewall", List.of());
    words.put("Deployment", List.of("deploy"));
    words.put("StatefulSet", List.of("sts"));
    words.put("DaemonSet", List.of("ds"));
    words.put("ReplicaSet", List.of("rs"));
    words.put("ReplicationController", List.of("rc"));
    words.put("Job", List.of());
    words.put("CronJob", List.of("cj"));
    words.put("Pod", List.of("po"));
    words.put("Virtual", List.of());
    return words;
  }

  /// Whether objects of the kind live in a namespace.
  static boolean isNamespaced(String kind) {
    return !kind.equals("Namespace")
        && !kind.equals("AdminNetworkPolicy")
        && !kind.equals("BaselineAdminNetworkPolicy");
  }

  /// The kind that a word means.
  ///
  /// @throws UsageException where it means none
  static String of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : WORDS.entrySet()) {
      String kind = entry.getKey().toLowerCase(Locale.ROOT);
      String many = kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
      known.add(kind);
      if (lower.equals(kind) || lower.equals(many) || entry.getValue().contains(lower)) {
        return entry.getKey();
      }
    }
    String meant = DidYouMean.of(lower, known);
    throw new UsageException(
        "kind "
            + Quoted.of(word)
            + " cannot be explained; "
            + (meant == null ? "" : "did you mean " + meant + "? ")
            + "use "
            + String.join(", ", known));
  }
}
