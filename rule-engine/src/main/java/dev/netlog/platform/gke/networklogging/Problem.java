package dev.netlog.platform.gke.networklogging;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;

/// What is wrong with a NetworkLogging.
public sealed interface Problem {
  /// Where, as near as something stands there.
  JsonPointer pointer();

  /// Whether the API server refuses the whole object for it.
  default boolean isRefused() {
    return switch (this) {
      case WrongType _, WrongName _, NoName _ -> true;
      case UnknownField _, DelegateWithoutLog _ -> false;
    };
  }

  /// A value of another JSON type than the schema's.
  ///
  /// @param expected the schema's type
  record WrongType(JsonPointer pointer, Value found, String expected) implements Problem {}

  /// A name other than the only one there may be.
  record WrongName(JsonPointer pointer, String name) implements Problem {}

  /// No name at all.
  record NoName(JsonPointer pointer) implements Problem {}

  /// A field that the schema does not have: the API server drops it.
  record UnknownField(JsonPointer pointer) implements Problem {}

  /// A half that is delegated but not logged: stored, then rejected by the controller.
  record DelegateWithoutLog(LogSection half) implements Problem {
    @Override
    public JsonPointer pointer() {
      return half.pointer().child("delegate");
    }
  }
}
