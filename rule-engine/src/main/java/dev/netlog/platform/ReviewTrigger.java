package dev.netlog.platform;

import dev.netlog.model.JsonPointer;

/// The change of an object that has the API server ask the admission webhook about it.
public sealed interface ReviewTrigger {
  /// An annotation or label was added or changed whose key holds one of [Platform#keyWords()].
  record Key() implements ReviewTrigger {}

  /// The object was created, or its `spec` changed.
  record Spec() implements ReviewTrigger {}

  /// A member was added or changed.
  ///
  /// @param at where it stands in the object
  record Member(JsonPointer at) implements ReviewTrigger {}
}
