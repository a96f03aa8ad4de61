/// The certificates of the server, from any source, and the reading and writing of keys and
/// certificates.
///
/// Only this package and those below it use Bouncy Castle. They know no HTTP server, no rules and
/// no reviews. This package knows none of those below it.
@NullMarked
package dev.netlog.webhook.tls;

import org.jspecify.annotations.NullMarked;
