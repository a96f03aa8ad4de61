package dev.netlog.webhook.admission;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;

/// What the object of a review is called; before the server has made up a name, how it will begin.
final class ObjectName {
  private static final JsonPointer METADATA = JsonPointer.of("metadata");

  private ObjectName() {}

  /// The name, as far as the object can be read; empty where it has none.
  static String of(Review review) {
    if (!review.name().isEmpty()) {
      return review.name();
    }
    try {
      Value object = review.object().read();
      return object == null ? "" : of(object);
    } catch (BadReviewException e) {
      // That is told elsewhere, where it is what was wrong.
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
