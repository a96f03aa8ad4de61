/// Certificates from files that may change while the server runs.
///
/// Must know neither the webhook's own authorities nor a cluster.
@NullMarked
package dev.netlog.webhook.tls.files;

import org.jspecify.annotations.NullMarked;
