package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.platform.PlatformKind;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The kinds that `netlog explain` accepts, with the words that kubectl accepts for them.
final class ExplainedKinds {
  /// A kind that the command accepts.
  ///
  /// @param words in lower case, the kind first
  private record Explained(String kind, boolean namespaced, List<String> words) {
    static Explained of(PlatformKind kind) {
      List<String> words = new ArrayList<>();
      words.add(kind.kind().kind().toLowerCase(Locale.ROOT));
      words.add(kind.plural());
      words.addAll(kind.shortNames());
      return new Explained(kind.kind().kind(), kind.namespaced(), words);
    }

    static Explained workload(String kind, String... shortNames) {
      String lower = kind.toLowerCase(Locale.ROOT);
      List<String> words = new ArrayList<>(List.of(lower, lower + "s"));
      words.addAll(List.of(shortNames));
      return new Explained(kind, true, words);
    }
  }

  private static final List<Explained> WORKLOADS =
      List.of(
          Explained.workload("Deployment", "deploy"),
          Explained.workload("StatefulSet", "sts"),
          Explained.workload("DaemonSet", "ds"),
          Explained.workload("ReplicaSet", "rs"),
          Explained.workload("ReplicationController", "rc"),
          Explained.workload("Job"),
          Explained.workload("CronJob", "cj"),
          Explained.workload("Pod", "po"),
          Explained.workload("Virtual"));

  private final Map<String, Explained> byKind = new LinkedHashMap<>();

  ExplainedKinds(RuleCatalog catalog) {
    for (PlatformKind kind : catalog.kinds()) {
      if (kind.is(PlatformKind.Use.EXPLAINED)) {
        add(Explained.of(kind));
      }
    }
    WORKLOADS.forEach(this::add);
  }

  private void add(Explained explained) {
    byKind.put(explained.kind(), explained);
  }

  /// Whether objects of an accepted kind are in a namespace.
  boolean isNamespaced(String kind) {
    Explained explained = byKind.get(kind);
    return explained == null || explained.namespaced();
  }

  /// The kind that a word names.
  ///
  /// @throws UsageException if it names none
  String of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (Explained explained : byKind.values()) {
      if (explained.words().contains(lower)) {
        return explained.kind();
      }
    }
    List<String> known = byKind.values().stream().map(each -> each.words().getFirst()).toList();
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
