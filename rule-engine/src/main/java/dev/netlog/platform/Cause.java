package dev.netlog.platform;

import org.jspecify.annotations.Nullable;

/// Why a point is in its state: one that every platform has, or one of a platform's own.
///
/// A cause brings all words that reports write about it, so none of them knows causes by name.
public sealed interface Cause permits CommonCause, PlatformCause {
  /// The word of `netlog coverage --format json`: `not-annotated`.
  String code();

  /// A few words for a list: `not annotated`.
  String label();

  /// What it means for the connections of a point, without a period.
  String sentence();

  /// What happened where a point came to have it: `NetworkLogging changed`. Null where only the two
  /// causes say it.
  @Nullable String gained();

  /// What happened where a point had it and hangs on an annotation that is not there now. Null
  /// where only the two causes say it.
  @Nullable String lost();
}
