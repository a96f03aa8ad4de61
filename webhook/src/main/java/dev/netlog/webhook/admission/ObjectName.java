package dev.netlog.webhook.admission;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;

/// Finds the name of a reviewed object; if the server generates the name later, its prefix.
final class ObjectName {
  private static final JsonPointer METADATA = JsonPointer.of("metadata");

  private ObjectName() {}

  /// The name, if the object can be read; empty if it has none.
  static String of(Review review) {
    if (!review.name().isEmpty()) {
      return review.name();
    }
    try {
      Value object = review.object().read();
      return object == null ? "" : of(object);
    } catch (BadReviewException e) {
      // An unreadable object is reported elsewhere.
      return "";
    }
  }

  private static String of(Value object) {
    Value.Mapping metadata = object.mappingAt(METADATA);
    for (String member : List.of("name", "generateName")) {
      if (metadata.get(member) instanceof Value.Text(String text) && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
