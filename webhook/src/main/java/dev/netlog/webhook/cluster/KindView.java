package dev.netlog.webhook.cluster;

import org.jspecify.annotations.Nullable;

/// The known objects of a kind at one time. Immutable.
///
/// @param content null if nothing is known
/// @param complete whether these are all objects of the kind
record KindView(@Nullable KindContent content, boolean complete) {
  static final KindView UNKNOWN = new KindView(null, false);
  static final KindView NONE = new KindView(KindContent.EMPTY, true);
}
