package dev.netlog.platform.gke;

import dev.netlog.model.JsonPointer;
import dev.netlog.rule.DidYouMean;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which field of a NetworkLogging was meant by one that it does not have.
final class FieldSpelling {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

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

  /// The place of the field that was probably meant, or null where there is none like it.
  static @Nullable JsonPointer meant(JsonPointer pointer) {
    String name = pointer.last();
    boolean half = name.equals("allow") || name.equals("deny");
    if (half && pointer.parent().equals(SPEC)) {
      return SPEC.child("cluster").child(name);
    }
    List<String> known = Shape.fieldsAt(pointer.parent());
    String synonym = SYNONYMS.get(name);
    boolean fits = synonym != null && known.contains(synonym);
    String right = fits ? synonym : DidYouMean.of(name, known);
    return right == null ? null : pointer.parent().child(right);
  }

  /// Whether a name is wrong by letters only, so that there is no doubt about what was meant.
  static boolean isSlip(String name) {
    return !SYNONYMS.containsKey(name);
  }
}
