/// Certificates that the server shows, wherever they come from, and how keys and certificates are
/// read and written.
///
/// This package and those below it alone know Bouncy Castle. They know no HTTP server, no rules and
/// no reviews. This one knows none of those below it.
@NullMarked
package dev.netlog.webhook.tls;

import org.jspecify.annotations.NullMarked;
