package dev.netlog.fix;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;

/// One change of a resource.
public sealed interface Edit {
  /// The place of the change.
  JsonPointer pointer();

  /// Sets the member at the pointer; creates it and missing parent objects.
  record Set(JsonPointer pointer, Value value) implements Edit {}

  /// Removes the member at the pointer; does nothing if it does not exist.
  record Remove(JsonPointer pointer) implements Edit {}
}
