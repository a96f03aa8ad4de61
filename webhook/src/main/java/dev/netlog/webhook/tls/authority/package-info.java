/// Certificate authorities of the webhook itself: they sign its serving certificates and are
/// published in `caBundle`.
///
/// Must know neither the user's certificate files nor a cluster, nor when to renew.
@NullMarked
package dev.netlog.webhook.tls.authority;

import org.jspecify.annotations.NullMarked;
