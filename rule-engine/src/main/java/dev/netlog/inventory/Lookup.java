package dev.netlog.inventory;

import dev.netlog.model.Resource;

/// The answer to "does such an object exist?". Unknown is an answer of its own: no finding may
/// depend on it.
public sealed interface Lookup {
  /// The object exists.
  record Found(Resource resource) implements Lookup {}

  /// The object is known not to exist.
  record Absent() implements Lookup {}

  /// Unknown: the input is incomplete, or has different objects of that name.
  record Unknown() implements Lookup {}
}
