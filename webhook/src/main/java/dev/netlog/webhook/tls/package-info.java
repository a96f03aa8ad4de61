/// Certificates: from files, from a CA of the server's own, or thrown away after trying out.
///
/// The one package that knows Bouncy Castle. Knows no HTTP server, no rules and no reviews; speaks
/// with the API server through an interface of its own.
@NullMarked
package dev.netlog.webhook.tls;

import org.jspecify.annotations.NullMarked;
