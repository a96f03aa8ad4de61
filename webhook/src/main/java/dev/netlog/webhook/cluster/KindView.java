package dev.netlog.webhook.cluster;

import org.jspecify.annotations.Nullable;

/// What may be said of a kind at one moment. Immutable.
///
/// @param content null where nothing is known
/// @param complete whether there are no other objects
record KindView(@Nullable KindContent content, boolean complete) {
  static final KindView UNKNOWN = new KindView(null, false);
  static final KindView NONE = new KindView(KindContent.EMPTY, true);
}
