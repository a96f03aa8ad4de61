/// Certificate authorities of the server's own: they sign leaves and stand in bundles.
///
/// Knows no files that users give and no cluster, and not when anything is to be renewed.
@NullMarked
package dev.netlog.webhook.tls.authority;

import org.jspecify.annotations.NullMarked;
