package dev.netlog.fix;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;

/// One change of meaning to a resource.
public sealed interface Edit {
  /// Where the change happens.
  JsonPointer pointer();

  /// The member at the pointer gets this value; it and missing objects on the way are made.
  record Set(JsonPointer pointer, Value value) implements Edit {}

  /// The member at the pointer goes away; nothing happens where there is none.
  record Remove(JsonPointer pointer) implements Edit {}
}
