package dev.netlog.inventory;

import dev.netlog.model.Resource;

/// The answer to "is there such an object?". Not knowing is an answer of its own: no finding may
/// rest on it.
public sealed interface Lookup {
  /// It is there.
  record Found(Resource resource) implements Lookup {}

  /// It is known not to be there.
  record Absent() implements Lookup {}

  /// It was not seen, but what was seen is not everything; or several differ under one name.
  record Unknown() implements Lookup {}
}
