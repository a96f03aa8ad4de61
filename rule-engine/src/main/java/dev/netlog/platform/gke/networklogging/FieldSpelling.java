package dev.netlog.platform.gke.networklogging;

import dev.netlog.model.JsonPointer;
import dev.netlog.rule.DidYouMean;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which field of a NetworkLogging was meant by one that it does not have.
final class FieldSpelling {
  private static final JsonPointer CLUSTER = JsonPointer.of("spec", "cluster");

  /// Words that people write for fields and that are no slips of the pen.
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "enabled", "log",
          "enable", "log",
          "logging", "log",
          "allowed", "allow",
          "denied", "deny",
          "delegated", "delegate");

  private FieldSpelling() {}

  /// The place of the field that was probably meant, or null where there is none like it: a field
  /// beside it, or else a half of `spec.cluster` that was written at a wrong level of the spec.
  static @Nullable JsonPointer meant(JsonPointer pointer) {
    JsonPointer parent = pointer.parent();
    String right = nearest(pointer.last(), NetworkLoggingShape.fieldsAt(parent));
    if (right != null) {
      return parent.child(right);
    }
    String half = nearest(pointer.last(), NetworkLoggingShape.fieldsAt(CLUSTER));
    boolean inSpec = !parent.tokens().isEmpty() && parent.tokens().getFirst().equals("spec");
    return half != null && inSpec ? CLUSTER.child(half) : null;
  }

  private static @Nullable String nearest(String name, List<String> known) {
    String synonym = SYNONYMS.get(name);
    return synonym != null && known.contains(synonym) ? synonym : DidYouMean.of(name, known);
  }

  /// Whether a name is wrong by letters only, so that there is no doubt about what was meant.
  static boolean isSlip(String name) {
    return !SYNONYMS.containsKey(name);
  }
}
