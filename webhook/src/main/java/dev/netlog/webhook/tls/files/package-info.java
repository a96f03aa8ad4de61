/// Certificates from files that may change while the server runs.
///
/// Knows no authority of the server's own and no cluster.
@NullMarked
package dev.netlog.webhook.tls.files;

import org.jspecify.annotations.NullMarked;
